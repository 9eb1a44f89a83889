// Words selected in the record to a quote on the clipboard. The server says what may be copied, and takes the words from the record.

import { post } from "./api.js";
import { copy } from "./copy.js";
import { announce, element } from "./element.js";
import { selected } from "./marks.js";

export class Quoter {
  constructor(word, scroller, about) {
    Object.assign(this, { word, scroller, about, version: 0 });
    this.bar = element("div", { class: "gf-quoter", role: "toolbar", "aria-label": word.toolbar, hidden: true });
    this.bar.addEventListener("pointerdown", (event) => event.preventDefault()); // a press must not undo the selection
    document.addEventListener("selectionchange", () => this.later());
    this.scroller.addEventListener("scroll", () => this.place(), { passive: true });
  }

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
    if (!range) return this.bar.contains(document.activeElement) ? undefined : this.hide();
    const found = selected(range, this.scroller);
    const { meeting, language } = this.about();
    if (!found || !meeting) return this.hide();
    const version = ++this.version;
    const asked = { meeting, turn: Number(found.turn.dataset.turn), start: found.start, end: found.end, lang: language };
    try {
      const answer = await post("record/quote", asked);
      if (version === this.version) this.show(answer, found.more, language);
    } catch (error) {
      if (version === this.version) this.show({ whole: null, words: null, why: error.message || this.word.failed }, false, language);
    }
  }

  show(answer, more, language) {
    const { word } = this;
    const button = (label, what, strong) => {
      const made = element("button", { type: "button", class: strong ? "gf-strong" : "" }, label);
      made.addEventListener("click", () => copy(what.copy, language, made, word.copied));
      return made;
    };
    const rows = [];
    if (answer.whole) rows.push(button(answer.words || answer.why ? word.copy_sentences : word.copy_quote, answer.whole, true));
    if (answer.words) rows.push(button(answer.whole ? word.copy_words : word.copy_quote, answer.words, !answer.whole));
    const said = [answer.why, answer.words && answer.snapped ? word.snapped : null, more ? word.one_turn : null].filter(Boolean).join(" ");
    if (said) rows.push(element("p", {}, said));
    this.bar.replaceChildren(...rows);
    this.bar.hidden = false;
    this.place();
    announce([word.toolbar, said].filter(Boolean).join(". "));
  }

  place() {
    if (this.bar.hidden) return;
    const range = this.range();
    const rects = range ? [...range.getClientRects()] : [];
    if (!rects.length) return;
    const [view, own, last] = [this.scroller.getBoundingClientRect(), this.bar.getBoundingClientRect(), rects.at(-1)];
    const top = last.bottom + 8 + own.height > view.bottom ? rects[0].top - own.height - 8 : last.bottom + 8;
    this.bar.style.top = `${Math.max(view.top + 4, Math.min(top, view.bottom - own.height - 8))}px`;
    this.bar.style.left = `${Math.max(view.left + 8, Math.min(last.left, view.right - own.width - 16))}px`;
  }

  // True when it was shown.
  hide() {
    const had = !this.bar.hidden;
    this.version += 1;
    this.bar.hidden = true;
    return had;
  }
}
