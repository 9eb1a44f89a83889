// Files dropped or chosen go to the server one by one; each shows how far it is and what came of it.

const LINES = /\n/;

function place() {
  return document.getElementById("gp-upload");
}

function row(name) {
  const made = document.createElement("li");
  const title = document.createElement("span");
  const state = document.createElement("span");
  const bar = document.createElement("progress");
  title.className = "gp-file-name";
  title.textContent = name;
  state.className = "gp-file-state";
  bar.max = 1;
  bar.setAttribute("aria-label", name);
  made.append(title, state, bar);
  place().querySelector(".gp-files").append(made);
  return { made, state, bar };
}

function say(shown, text, kind) {
  shown.state.textContent = text;
  if (!kind) return;
  shown.made.className = kind;
  shown.bar.remove();
}

function outcome(shown, last) {
  const word = place().dataset;
  if (last?.meeting) shown.made.dataset.meeting = last.meeting;
  if (!last || last.reason !== undefined) say(shown, last ? last.reason : word.offline, "gp-refused");
  else say(shown, (word[last.status] || "").replace("{turns}", last.turns) + (last.incomplete ? ` ${word.incomplete}` : ""), "gp-taken");
}

function read(text) {
  const lines = text.split(LINES).filter(Boolean);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    try {
      return JSON.parse(lines[at]);
    } catch {
      continue; // the last line may still be on its way
    }
  }
  return null;
}

function send(file, shown) {
  const word = place().dataset;
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", new URL(`../../upload?name=${encodeURIComponent(file.name)}`, import.meta.url));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      shown.bar.value = (0.5 * event.loaded) / Math.max(1, event.total);
    };
    request.upload.onload = () => say(shown, word.reading);
    request.onprogress = () => {
      const now = read(request.responseText);
      if (now && now.total) shown.bar.value = 0.5 + (0.5 * now.done) / now.total;
    };
    request.onerror = () => {
      outcome(shown, null);
      done(false);
    };
    request.onload = () => {
      const last = read(request.responseText);
      outcome(shown, last);
      done(Boolean(last && last.status));
    };
    say(shown, word.uploading);
    request.send(file);
  });
}

// What came of a file is seen and not left behind the bar of the question, also as the page above it changes; until the visitor moves on.
function keepInSight(made) {
  const watch = new ResizeObserver(() => made.scrollIntoView({ block: "nearest" }));
  watch.observe(place());
  watch.observe(document.getElementById("gp-first"));
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, () => watch.disconnect(), { once: true, passive: true });
}

async function take(files) {
  const waiting = [...files].map((file) => [file, row(file.name)]);
  for (const [, shown] of waiting) say(shown, place().dataset.waiting);
  keepInSight(waiting.at(-1)[1].made);
  let added = false;
  for (const [file, shown] of waiting) added = (await send(file, shown)) || added;
  if (added) document.querySelector("#gp-refresh")?.click();
}

function over(event) {
  return event.target instanceof Element ? event.target.closest("#gp-upload") : null;
}

document.addEventListener("change", (event) => {
  if (!(event.target instanceof HTMLInputElement) || !over(event) || !event.target.files.length) return;
  take(event.target.files);
  event.target.value = "";
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = over(event);
    place()?.classList.toggle("gp-over", kind === "dragover" && Boolean(zone));
    if (kind === "drop" || kind === "dragover") event.preventDefault(); // a file dropped beside it must not replace the page
    if (kind === "drop" && zone && event.dataTransfer.files.length) take(event.dataTransfer.files);
  });
}

// A question asked again in another way: its text goes into a hidden field, and a hidden button asks it.
document.addEventListener("click", (event) => {
  const again = event.target instanceof Element ? event.target.closest("[data-gp-again]") : null;
  if (!again) return;
  const field = document.querySelector("#gp-again textarea, #gp-again input");
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
  setter.call(field, again.dataset.gpAgain);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  setTimeout(() => document.querySelector("#gp-again-go").click(), 60);
});

// A new question comes to the top of the window; while its answer grows the page stays where it is.
let asked = "";
let heard = null;
let pressed = null;

// Whoever pressed a button that went away goes on from the question asked with it; each state of an answer is drawn anew.
function goOn(question) {
  const at = document.activeElement;
  if (!pressed || (at && at !== document.body && at.checkVisibility())) return;
  // after a conversation from the field for a new one; but a telephone's keyboard stays down
  const field = pressed.id === "gp-new" && matchMedia("(hover: hover)").matches ? document.querySelector("#gp-ask textarea") : null;
  (question || field)?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  if (!event.isTrusted || !(event.target instanceof Element)) return;
  pressed = event.target.closest("#gp-ask button, .gp-suggestion, [data-gp-again]");
});

function arrived() {
  const status = document.getElementById("gp-status");
  if (status && status !== heard) {
    heard = status;
    status.setAttribute("aria-live", "polite"); // the region stays, its words change: that is what a screen reader tells
  }
  const current = document.getElementById("gp-current");
  const question = current?.querySelector(".gp-question");
  const now = question ? question.textContent : "";
  goOn(question);
  if (now === asked) return;
  asked = now;
  const top = document.querySelector("#gp-shown .gp-turn") ? current : document.body; // the first question leaves the tabs in sight
  if (now) top.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

// The filters open below the question: where the window is low they come into sight.
document.addEventListener("click", (event) => {
  const drawer = event.target instanceof Element ? event.target.closest("#gp-filters > button") : null;
  if (drawer) requestAnimationFrame(() => requestAnimationFrame(() => drawer.parentElement.scrollIntoView({ block: "nearest" })));
});

// What Gradio itself says when something fails, in the words of the page; no page of ours gives a message of the kind "error".
function reworded() {
  const word = document.querySelector(".gp-head")?.dataset;
  for (const text of word ? document.querySelectorAll(".toast-message-text.error") : []) {
    const ours = text.textContent.startsWith("Connection") || text.textContent === word.lost ? word.lost : word.stale;
    if (text.textContent !== ours) text.textContent = ours;
  }
}

new MutationObserver(reworded).observe(document.body, { childList: true, subtree: true });
new MutationObserver(arrived).observe(document.body, { childList: true, subtree: true });

// Arrow keys go from tab to tab and from pill to pill, as in other programs; Home and End to the first and the last.
document.addEventListener("keydown", (event) => {
  const one = event.target instanceof Element ? event.target.closest('[role="tab"], .gp-pills input') : null;
  if (!one || event.altKey || event.ctrlKey || event.metaKey) return;
  const group = one.matches("input") ? one.closest(".gp-pills") : one.parentElement;
  const all = [...group.querySelectorAll('[role="tab"], input')];
  const at = all.indexOf(one);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = all.at(to % all.length);
  next.focus();
  next.click();
});

// One's own report goes away again, once it is said twice; the Escape key takes the first back.
document.addEventListener("keydown", (event) => {
  const asked = event.key === "Escape" && event.target instanceof Element && event.target.closest(".gp-sure[open]");
  if (!asked) return;
  asked.open = false;
  asked.querySelector("summary").focus();
});
document.addEventListener("click", async (event) => {
  const remove = event.target instanceof Element ? event.target.closest("[data-gp-remove]") : null;
  if (!remove) return;
  remove.disabled = true;
  const url = new URL("../../remove", import.meta.url);
  url.searchParams.set("meeting", remove.dataset.gpRemove);
  const reply = await fetch(url, { method: "POST", credentials: "same-origin" }).catch(() => null);
  if (!reply?.ok) {
    remove.disabled = false;
    remove.textContent = (await reply?.json().catch(() => null))?.reason || place().dataset.offline;
    return;
  }
  for (const row of place().querySelectorAll(".gp-files li")) if (row.dataset.meeting === remove.dataset.gpRemove) row.remove();
  place().querySelector("input").focus();
  document.querySelector("#gp-refresh")?.click();
});

// The first key of a keyboard leads to the question.
document.addEventListener("click", (event) => {
  const skip = event.target instanceof Element ? event.target.closest(".gp-skip") : null;
  const field = document.querySelector("#gp-ask textarea");
  if (!skip || !field) return;
  event.preventDefault();
  field.focus();
});
