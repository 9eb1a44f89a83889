// The page's own script: a press on a citation opens the record, a copy button copies, Escape goes back.

import { fill, languageAt, words } from "./api.js";
import * as card from "./card.js";
import { copy } from "./copy.js";
import { Record } from "./record.js";
import * as theme from "./theme.js";

const record = new Record();

function pressed(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || event.defaultPrevented) return;
  const cite = target.closest("[data-cite]");
  const copied = target.closest("[data-copy]");
  const link = target.closest("a[data-link]");
  if (cite) {
    event.preventDefault();
    card.hide();
    record.openFrom(cite);
  } else if (copied) {
    event.preventDefault();
    copy(copied.dataset.copy, languageAt(copied), copied);
  } else if (link && !(event.metaKey || event.ctrlKey || event.shiftKey || event.button)) {
    event.preventDefault();
    copyLink(link);
  } else if (target.closest("[data-pick]")) {
    record.pick(target.closest("[data-turn]"));
  } else if (target.closest("[data-gf-theme-toggle]")) {
    theme.toggle();
  }
}

// The address of a turn: shown in the address bar, and on the clipboard.
async function copyLink(link) {
  const url = new URL(link.getAttribute("href"), location.href.split(/[?#]/)[0]);
  const language = languageAt(link);
  history.replaceState(history.state, "", url.search);
  await copy(url.href, language, link, fill((await words(language)).link_copied, { turn: url.searchParams.get("turn") }));
}

function escaped(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (card.hide() || !record.isOpen) return;
  const focused = document.activeElement;
  const ours = !focused || focused === document.body || record.pane.contains(focused) || focused.closest("[data-cite]");
  if (!ours) return;
  event.preventDefault();
  if (record.quoter.hide() || record.finder.close()) return;
  record.close();
}

function start() {
  theme.start();
  card.start();
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", escaped);
  addEventListener("popstate", () => record.openAddress());
  if (new URLSearchParams(location.search).has("meeting")) record.openAddress();
}

start();
