// Text to the clipboard, also where the page is not served over https.

import { words } from "./api.js";
import { announce } from "./element.js";

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
}

function byHand(text) {
  const area = document.createElement("textarea");
  const focused = document.activeElement;
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.className = "gf-said";
  (document.querySelector("dialog[open]") || document.body).append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  if (focused && focused.focus) focused.focus({ preventScroll: true });
  return done;
}

// Copies, says so, and shows it for a moment on the button that was pressed.
export async function copy(text, language, button = null, said = null) {
  const word = await words(language);
  const done = await write(text);
  announce(done ? said || word.copied : word.not_copied);
  if (button && done) {
    button.dataset.done = word.copied;
    setTimeout(() => delete button.dataset.done, 2500);
  }
  return done;
}
