// Words of the record to a quote on the clipboard: selected with the mouse, or chosen sentence by sentence.
// The server says what may be copied, and takes the words from the record.

import { get, post } from "./api.js";
import { copy } from "./copy.js";
import { announce, element } from "./element.js";
import { mark, selected, unmark } from "./marks.js";

export class Quoter {
  constructor(word, scroller, about) {
    Object.assign(this, { word, scroller, about, version: 0, picking: null, picked: null, stopping: new AbortController() });
    this.bar = element("div", { class: "gf-quoter", role: "toolbar", "aria-label": word.toolbar, hidden: true });
    this.bar.addEventListener("pointerdown", (event) => event.preventDefault()); // a press must not undo the selection
    // heard from the first marked sentence on, before the bar is there to hold the focus: no key is lost
    document.addEventListener("keydown", (event) => this.key(event), { signal: this.stopping.signal });
    document.addEventListener("selectionchange", () => this.later(), { signal: this.stopping.signal });
    this.scroller.addEventListener("scroll", () => this.place(), { passive: true });
  }

  stop() {
    clearTimeout(this.timer);
    this.stopping.abort();
  }

  // --- selected words -----------------------------------------------------------------------------

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), 150);
  }

  range() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    return this.scroller.contains(range.commonAncestorContainer) && range.toString().trim() ? range : null;
  }

  async look() {
    const range = this.range();
    if (!range) return this.picked || this.picking === this.version || this.bar.contains(document.activeElement) ? undefined : this.hide();
    this.unpick();
    const found = selected(range, this.scroller);
    if (!found) return this.hide();
    return this.ask(Number(found.turn.dataset.turn), found.start, found.end, found.more);
  }

  ask(...chosen) {
    this.asking = this.answered(...chosen);
    return this.asking;
  }

  async answered(turn, start, end, more) {
    const { meeting, language } = this.about();
    if (!meeting) return this.hide();
    const version = ++this.version;
    this.bar.setAttribute("aria-busy", "true"); // what the bar still offers is of the words before
    let answer = null;
    try {
      answer = await post("record/quote", { meeting, turn, start, end, lang: language });
    } catch (error) {
      answer = { whole: null, words: null, why: error.message || this.word.failed };
    }
    if (version === this.version) this.show(answer, more, language);
  }

  // --- sentence by sentence -----------------------------------------------------------------------

  // Starts choosing in a turn, with the sentences from start to end.
  async pick(turn, [start, end]) {
    const { meeting, language } = this.about();
    const version = ++this.version;
    this.picking = version; // until the sentences are there, an empty selection does not call it off
    const number = Number(turn.dataset.turn);
    const { sentences } = await get("record/sentences", { meeting, turn: number, lang: language }).catch(() => ({ sentences: [] }));
    if (this.picking === version) this.picking = null;
    if (version !== this.version || !sentences.length) return;
    document.getSelection()?.removeAllRanges();
    this.picked = { turn, number, sentences, from: 0, to: 0, opener: document.activeElement };
    const from = Math.max(0, sentences.findIndex(([, stop]) => stop > start));
    this.choose(from, sentences.findLastIndex(([begin]) => begin < end));
  }

  choose(from, to) {
    const { picked } = this;
    const last = picked.sentences.length - 1;
    picked.from = Math.max(0, Math.min(from, last));
    picked.to = Math.max(picked.from, Math.min(to, last));
    const [start, end] = [picked.sentences[picked.from][0], picked.sentences[picked.to][1]];
    unmark(this.scroller, "gf-picked");
    picked.marks = mark(picked.turn, start, end, "gf-picked");
    picked.marks[0]?.scrollIntoView({ block: "nearest" });
    return this.ask(picked.number, start, end, false);
  }

  unpick() {
    if (!this.picked) return null;
    const { opener } = this.picked;
    this.picked = null;
    unmark(this.scroller, "gf-picked");
    return opener;
  }

  stepping() {
    const { word, picked } = this;
    const button = (label, sign, act) =>
      element("button", { type: "button", class: "gf-step", "aria-label": label, title: label, on: { click: act } }, sign);
    return [
      button(word.previous_sentence, "↑", () => this.choose(picked.from - 1, picked.from - 1)),
      button(word.next_sentence, "↓", () => this.choose(picked.to + 1, picked.to + 1)),
      button(word.more_sentence, "+", () => this.choose(picked.from, picked.to + 1)),
      button(word.less_sentence, "−", () => this.choose(picked.from, picked.to - 1)),
    ];
  }

  key(event) {
    const { picked } = this;
    if (!picked || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    if (event.target !== picked.opener && !this.bar.contains(event.target)) return;
    event.preventDefault();
    const way = event.key === "ArrowDown" ? 1 : -1;
    if (event.shiftKey) this.choose(picked.from, picked.to + way);
    else if (way > 0) this.choose(picked.to + 1, picked.to + 1);
    else this.choose(picked.from - 1, picked.from - 1);
  }

  // --- the bar ------------------------------------------------------------------------------------

  show(answer, more, language) {
    const { word } = this;
    const held = this.bar.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") || "" : null;
    this.answer = answer;
    const button = (label, part, strong) => {
      const made = element("button", { type: "button", class: strong ? "gf-strong" : "" }, label);
      made.addEventListener("click", async () => {
        let heard; // pressed before the answer is there: the words that are chosen now, once it is
        while (this.bar.hasAttribute("aria-busy") && heard !== this.asking) await (heard = this.asking);
        if (this.answer?.[part] && !this.bar.hasAttribute("aria-busy")) copy(this.answer[part].copy, language, made, word.copied);
      });
      return made;
    };
    const rows = this.picked ? this.stepping() : [];
    const both = answer.words || (answer.why && !this.picked);
    if (answer.whole) rows.push(button(both ? word.copy_sentences : word.copy_quote, "whole", true));
    if (answer.words) rows.push(button(answer.whole ? word.copy_words : word.copy_quote, "words", !answer.whole));
    if (this.picked) rows.push(element("button", { type: "button", on: { click: () => this.hide() } }, word.stop));
    const said = [answer.why, answer.words && answer.snapped ? word.snapped : null, more ? word.one_turn : null].filter(Boolean).join(" ");
    if (said) rows.push(element("p", {}, said));
    this.bar.replaceChildren(...rows);
    this.bar.removeAttribute("aria-busy");
    this.bar.hidden = false;
    this.place();
    if (this.picked) {
      const again = held && [...this.bar.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === held);
      (again || this.bar.querySelector(".gf-strong") || this.bar.querySelector("button")).focus({ preventScroll: true });
      announce(answer.whole ? `«${answer.whole.quote}»` : said);
    } else announce([word.toolbar, said].filter(Boolean).join(". "));
  }

  rects() {
    if (this.picked) return this.picked.marks.flatMap((one) => [...one.getClientRects()]);
    const range = this.range();
    return range ? [...range.getClientRects()] : [];
  }

  place() {
    const rects = this.bar.hidden ? [] : this.rects();
    if (!rects.length) return;
    const [view, own, last] = [this.scroller.getBoundingClientRect(), this.bar.getBoundingClientRect(), rects.at(-1)];
    const top = last.bottom + 8 + own.height > view.bottom ? rects[0].top - own.height - 8 : last.bottom + 8;
    this.bar.style.top = `${Math.max(view.top + 4, Math.min(top, view.bottom - own.height - 8))}px`;
    this.bar.style.left = `${Math.max(view.left + 8, Math.min(last.left, view.right - own.width - 16))}px`;
  }

  // True when it was shown. The focus goes back to where choosing began.
  hide() {
    const had = !this.bar.hidden;
    const inside = this.bar.contains(document.activeElement);
    const opener = this.unpick();
    this.answer = null;
    this.bar.removeAttribute("aria-busy");
    this.version += 1;
    this.bar.hidden = true;
    if (inside && opener?.isConnected) opener.focus({ preventScroll: true });
    return had;
  }
}
