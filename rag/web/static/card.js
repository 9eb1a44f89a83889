// The card of a citation: who, which party, which page, and the words, while its number is hovered or focused.

import { fill, languageAt, words } from "./api.js";
import { chip, element } from "./element.js";

const card = element("div", { id: "gf-card", class: "gf-card", role: "tooltip", hidden: true });
let shownFor = null;
let timer = 0;

function place(button) {
  const [at, own] = [button.getBoundingClientRect(), card.getBoundingClientRect()];
  const left = Math.max(8, Math.min(at.left + at.width / 2 - own.width / 2, document.documentElement.clientWidth - own.width - 8));
  const above = at.top - own.height - 8;
  const below = at.bottom + 8;
  const under = below + own.height <= innerHeight || above < 8; // above, it would lie over the sentence itself
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(8, under ? below : above)}px`;
}

async function show(button) {
  clearTimeout(timer);
  if (shownFor === button) return;
  const language = languageAt(button);
  const { speaker, party, hue, page, quote, debate, reference } = button.dataset;
  if (!quote) return;
  shownFor = button;
  const word = await words(language).catch(() => null);
  if (shownFor !== button || !button.isConnected || !word) return;
  const name = party ? speaker.replace(` (${party})`, "") : speaker;
  const head = element("p", { class: "gf-card-head" }, element("span", { class: "gf-name" }, name));
  if (party) head.append(" ", chip(party, hue));
  if (page) head.append(" ", element("span", { class: "gf-card-page" }, fill(word.page, { page })));
  const short = quote.length > 600 ? `${quote.slice(0, 600).replace(/\s+\S*$/, "")} …` : quote;
  const where = debate ? `${debate}. ${reference}` : reference;
  card.replaceChildren(head, element("p", { class: "gf-card-quote" }, `«${short}»`), element("p", { class: "gf-card-reference" }, where));
  card.lang = language;
  card.hidden = false;
  button.setAttribute("aria-describedby", card.id);
  place(button);
}

export function hide() {
  clearTimeout(timer);
  const had = !card.hidden;
  card.hidden = true;
  if (shownFor) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  return had;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!card.matches(":hover") && !(shownFor && (shownFor.matches(":hover") || shownFor === document.activeElement))) hide();
  }, 160);
}

// The key that brings a number the focus may scroll it into sight: its card goes along. What was only pointed at goes from under the pointer.
function scrolled(event) {
  if (card.hidden || card.contains(event.target)) return;
  const at = shownFor.getBoundingClientRect();
  if (shownFor === document.activeElement && at.bottom > 0 && at.top < innerHeight) place(shownFor);
  else hide();
}

const citation = (target) => (target instanceof Element ? target.closest("[data-cite][data-quote]") : null);

export function start() {
  document.body.append(card);
  document.addEventListener("pointerover", (event) => {
    const button = citation(event.target);
    if (event.pointerType === "touch") return;
    if (button) show(button);
  });
  document.addEventListener("pointerout", (event) => (citation(event.target) || card.contains(event.target)) && later());
  document.addEventListener("focusin", (event) => {
    const button = citation(event.target);
    if (button && button.matches(":focus-visible")) show(button);
    else if (shownFor && !shownFor.matches(":hover")) hide();
  });
  document.addEventListener("focusout", later);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
}
