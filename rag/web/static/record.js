// The record beside the chat: opens at a turn, marks the quoted words, and is found by search, speaker, page and turn.

import { fill, get, languageAt, words } from "./api.js";
import { Blocks } from "./blocks.js";
import * as card from "./card.js";
import { announce, element } from "./element.js";
import { Finder } from "./finder.js";
import { mark, unmark } from "./marks.js";
import { Quoter } from "./quoter.js";
import * as theme from "./theme.js";

const WIDE = matchMedia("(min-width: 64em)");
const PLACE = ["meeting", "turn", "start", "end"];

export class Record {
  constructor() {
    this.plan = null;
    this.place = null;
    this.opener = null;
    this.language = "nl";
    this.pane = null;
    this.opening = 0;
    WIDE.addEventListener("change", () => this.settle());
  }

  get isOpen() {
    return Boolean(this.pane) && !this.pane.hidden;
  }

  // --- what stands in the pane --------------------------------------------------------------------

  build(word) {
    const tag = element;
    this.title = tag("h2", { class: "gf-record-title" });
    this.about = tag("p", { class: "gf-record-about" });
    this.list = tag("div", { class: "gf-turns" });
    this.scroller = tag("div", { class: "gf-scroller", tabindex: "0", role: "region", "aria-label": word.record }, this.list);
    this.trouble = tag("p", { class: "gf-trouble", role: "alert", hidden: true });
    this.back = tag("button", { type: "button", class: "gf-back", "aria-label": word.close, on: { click: () => this.close() } }, `← ${word.back}`);
    const dark = tag("button", { type: "button", class: "gf-theme", "data-gf-theme-toggle": true, "aria-label": word.theme, title: word.theme });
    const more = tag("button", { type: "button", class: "gf-more", "aria-expanded": "false", "aria-controls": "gf-tools", title: word.details, "aria-label": word.details }, "⌕");
    more.addEventListener("click", () => {
      more.setAttribute("aria-expanded", String(this.pane.classList.toggle("gf-tools-open")));
      if (this.pane.classList.contains("gf-tools-open")) this.finder.input.focus();
    });
    this.finder = new Finder(word, { go: (turn, spans, how) => this.goTo(turn, spans, how), marks: () => this.paint() });
    this.quoter = new Quoter(word, this.scroller, () => ({ meeting: this.plan?.meeting, language: this.language }));
    this.pane = tag(
      "aside",
      { id: "gf-record", class: "gf-record", "aria-label": word.record, hidden: true },
      tag("header", { class: "gf-record-head" }, this.back, tag("div", { class: "gf-record-name" }, this.title, this.about), more, dark),
      tag("div", { class: "gf-tools", id: "gf-tools" }, this.finder.field, this.jumps(word)),
      this.finder.results,
      this.trouble,
      this.scroller,
      this.quoter.bar,
    );
    document.body.append(this.pane);
    theme.apply();
    this.blocks = new Blocks(this.scroller, this.list, {
      load: (block) => this.load(block),
      filled: (place) => this.paint(place),
      moved: () => this.showPlace(),
      failed: (error) => this.fail(error),
    });
    this.word = word;
  }

  jumps(word) {
    const tag = element;
    const number = (name, label) => {
      const input = tag("input", { type: "number", min: "1", inputmode: "numeric", class: "gf-number", "aria-label": label });
      const go = () => this.jump(name, Number(input.value));
      input.addEventListener("change", go);
      input.addEventListener("keydown", (event) => event.key === "Enter" && go()); // also to where the number stands already
      return input;
    };
    this.speaker = tag("select", { class: "gf-select", "aria-label": word.to_speaker });
    this.speaker.addEventListener("change", () => this.step(0));
    const step = (way, label, sign) =>
      tag("button", { type: "button", class: "gf-step", "aria-label": label, title: label, on: { click: () => this.step(way) } }, sign);
    this.page = number("page", word.to_page);
    this.turn = number("turn", word.to_turn);
    this.pageCount = tag("span", { class: "gf-of" });
    this.turnCount = tag("span", { class: "gf-of" });
    this.pageBox = tag("label", { class: "gf-jump" }, tag("span", {}, word.to_page), this.page, this.pageCount);
    const turnBox = tag("label", { class: "gf-jump" }, tag("span", {}, word.to_turn), this.turn, this.turnCount);
    const speakers = tag("div", { class: "gf-jump gf-jump-speaker" }, this.speaker, step(-1, word.previous_turn, "↑"), step(1, word.next_turn, "↓"));
    return tag("div", { class: "gf-jumps" }, speakers, this.pageBox, turnBox);
  }

  fillIn(word) {
    const { plan } = this;
    this.title.textContent = plan.title;
    this.about.textContent = [plan.date, plan.reference, plan.status].filter(Boolean).join(" · ");
    this.list.lang = plan.language;
    this.pane.lang = this.language;
    const options = plan.speakers.map((one, index) => element("option", { value: index }, `${one.label} (${one.turns.length})`));
    this.speaker.replaceChildren(element("option", { value: "" }, word.choose), ...options);
    this.turn.max = plan.turns;
    this.turnCount.textContent = `/ ${plan.turns}`;
    this.pageBox.hidden = !plan.pages.length;
    if (plan.pages.length) {
      const numbers = plan.pages.map(([page]) => page);
      [this.page.min, this.page.max] = [Math.min(...numbers), Math.max(...numbers)];
      this.pageCount.textContent = `/ ${this.page.max}`;
    }
    this.finder.reset(plan.meeting, this.language);
    this.blocks.set(plan.blocks);
  }

  async load(block) {
    const values = { meeting: this.plan.meeting, first: block.first, last: block.last, lang: this.language };
    const { html } = await get("record/turns", values);
    const template = document.createElement("template");
    template.innerHTML = html; // our own server's fragment: every character from outside is an entity in it
    return template.content;
  }

  fail(error) {
    const again = element("button", { type: "button", on: { click: () => this.retry() } }, this.word.again);
    this.trouble.replaceChildren(error.message || this.word.failed, ...(error.status === 404 ? [] : [" ", again])); // what is not there does not come by itself
    this.trouble.hidden = false;
  }

  retry() {
    this.trouble.hidden = true;
    if (this.plan) this.blocks.soon();
    else if (this.place) this.open(this.place, { language: this.language });
  }

  // --- opening and closing ------------------------------------------------------------------------

  // Opens the record of a meeting at a turn and marks the words from start to end.
  async open(place, { opener = null, language = "nl", push = true } = {}) {
    const word = await words(language);
    const opening = ++this.opening;
    if (this.pane && this.language !== language) this.rebuild();
    this.language = language;
    if (!this.pane) this.build(word);
    if (opener) this.opener = opener;
    const wasOpen = this.isOpen;
    this.pane.hidden = false;
    this.trouble.hidden = true;
    this.settle();
    this.remember(place, push, wasOpen);
    if (!wasOpen) this.back.focus({ preventScroll: true });
    try {
      await this.planFor(place.meeting, word);
      if (opening !== this.opening) return;
      await this.goTo(place.turn || 1, place.end > place.start ? [[place.start, place.end]] : []);
    } catch (error) {
      if (opening === this.opening) this.fail(error);
    }
  }

  async planFor(meeting, word) {
    if (this.plan && this.plan.meeting === meeting && this.planAt === this.language) return;
    this.plan = null;
    this.pane.setAttribute("aria-busy", "true");
    this.title.textContent = word.loading;
    this.about.textContent = "";
    this.list.replaceChildren();
    try {
      this.plan = await get("record/outline", { meeting, lang: this.language });
      this.planAt = this.language;
    } finally {
      this.pane.removeAttribute("aria-busy");
      if (!this.plan) this.title.textContent = word.record;
    }
    this.fillIn(word);
  }

  rebuild() {
    this.quoter.stop();
    this.pane.remove();
    this.pane = null;
    this.plan = null;
  }

  remember(place, push, wasOpen) {
    const url = new URL(location.href);
    for (const name of PLACE) url.searchParams.delete(name);
    for (const name of PLACE) if (place[name]) url.searchParams.set(name, place[name]);
    this.place = place;
    if (!push) return;
    if (wasOpen) history.replaceState(history.state, "", url);
    else history.pushState({ ...history.state, griffier: true }, "", url);
  }

  close() {
    if (!this.isOpen) return;
    if (history.state?.griffier) history.back(); // popstate hides it
    else {
      const url = new URL(location.href);
      for (const name of PLACE) url.searchParams.delete(name);
      history.replaceState(history.state, "", url);
      this.hide();
    }
  }

  hide() {
    if (!this.isOpen) return;
    this.opening += 1;
    this.pane.hidden = true;
    this.quoter.hide();
    this.settle();
    if (this.opener?.isConnected) this.opener.focus();
    card.hide(); // the focus that comes back to a number would show over the answer what was just read
    this.opener = null;
  }

  // On a narrow screen the record lies over the page, and what is under it cannot be reached.
  settle() {
    const [open, over] = [this.isOpen, this.isOpen && !WIDE.matches];
    document.documentElement.classList.toggle("gf-record-open", open);
    if (this.pane) {
      if (over) this.pane.setAttribute("role", "dialog");
      else this.pane.removeAttribute("role");
      this.pane.toggleAttribute("aria-modal", over);
      if (over) this.pane.setAttribute("aria-modal", "true");
    }
    for (const other of document.body.children) {
      if (other === this.pane || /^gf-/.test(other.id) || other.tagName === "SCRIPT") continue;
      if (over && !other.inert) [other.inert, other.dataset.gfInert] = [true, ""];
      else if (!over && "gfInert" in other.dataset) {
        other.inert = false;
        delete other.dataset.gfInert;
      }
    }
  }

  // --- going somewhere ----------------------------------------------------------------------------

  // Scrolls to a turn, marks the spans in it, and moves the focus there.
  async goTo(number, spans = [], { focus = true } = {}) {
    const wanted = Math.max(1, Math.min(number, this.plan.turns));
    this.trouble.hidden = number <= this.plan.turns;
    if (!this.trouble.hidden) this.trouble.replaceChildren(fill(this.word.no_turn, { turn: number, n: this.plan.turns }));
    this.target = { turn: wanted, spans };
    unmark(this.list, "gf-mark");
    const from = document.activeElement;
    let turn = null;
    try {
      turn = await this.blocks.reach(wanted);
    } catch {
      return; // failed() has told
    }
    if (!turn || this.target.turn !== wanted) return;
    this.paint();
    const first = turn.querySelector("mark.gf-mark");
    if (wanted === 1 && !first) this.scroller.scrollTop = 0; // with what stands before the first turn
    else this.bring(first || turn, first ? 0.28 : 0);
    // who went on to type elsewhere while the turn was fetched is left there
    if (focus && [from, document.body].includes(document.activeElement)) turn.focus({ preventScroll: true });
    const speaker = turn.querySelector(".gf-name")?.textContent || "";
    announce(fill(first ? this.word.opened : this.word.opened_turn, { speaker, turn: wanted }));
  }

  bring(place, part) {
    const [view, box] = [this.scroller.getBoundingClientRect(), place.getBoundingClientRect()];
    this.scroller.scrollTop += box.top - view.top - view.height * part;
    this.scroller.scrollTop -= this.cut();
    this.blocks.update();
  }

  // How far to go back for whole lines below the name of the speaker at the top, and at least one.
  cut() {
    const turn = this.blocks.firstVisible();
    if (!turn) return 0;
    const range = document.createRange();
    range.selectNodeContents(turn.querySelector(".gf-text"));
    const name = turn.querySelector(".gf-turn-head").getBoundingClientRect();
    const edge = Math.max(name.top, this.scroller.getBoundingClientRect().top) + name.height; // a short turn may push it up
    const lines = [...range.getClientRects()];
    const under = lines.findLast((line) => line.top < edge - 1);
    return under && (under.bottom > edge + 1 || under === lines.at(-1)) ? edge - under.top : 0;
  }

  // Puts the marks on the turns that are on the page.
  paint(root = this.list) {
    const { target } = this;
    if (target && target.spans.length) {
      const turn = root.querySelector(`[data-turn="${target.turn}"]`);
      if (turn && !turn.querySelector("mark.gf-mark")) for (const [start, end] of target.spans) mark(turn, start, end, "gf-mark");
    }
    this.finder.paint(root);
  }

  jump(kind, value) {
    if (!this.plan || !Number.isInteger(value)) return;
    if (kind === "turn") return this.goTo(value);
    const page = this.plan.pages.find(([number]) => number >= value) || this.plan.pages.at(-1);
    return page && this.toPage(page);
  }

  async toPage([page, number]) {
    await this.goTo(number);
    const start = this.list.querySelector(`[data-turn="${number}"] [data-page="${page}"]`);
    if (start) this.bring(start, 0.1);
  }

  // The next (1) or previous (-1) turn of the chosen speaker from where one is; 0: the first from here on.
  step(way) {
    const chosen = this.plan?.speakers[this.speaker.value === "" ? -1 : Number(this.speaker.value)];
    if (!chosen) return this.speaker.focus();
    const here = this.here() || 1;
    const { turns } = chosen;
    const found = way < 0 ? turns.findLast((turn) => turn < here) : turns.find((turn) => (way ? turn > here : turn >= here));
    return this.goTo(found ?? (way < 0 ? turns.at(-1) : turns[0]), [], { focus: !way });
  }

  // Chooses sentences of a turn as a quote, from the marked words on.
  pick(turn) {
    const { target } = this;
    const marked = target && String(target.turn) === turn.dataset.turn && target.spans.length;
    return this.quoter.pick(turn, marked ? target.spans[0] : [0, 0]);
  }

  // The turn one went to, as long as it shows; else the first that does.
  here() {
    const gone = this.target && this.list.querySelector(`[data-turn="${this.target.turn}"]`);
    const turn = gone && this.blocks.shows(gone) ? gone : this.blocks.firstVisible();
    return turn ? Number(turn.dataset.turn) : null;
  }

  showPlace() {
    const here = this.plan && this.here();
    if (!here) return;
    if (document.activeElement !== this.turn) this.turn.value = here;
    const page = this.plan.pages.findLast(([, turn, offset]) => turn < here || (turn === here && offset === 0));
    if (page && document.activeElement !== this.page) this.page.value = this.pageWithin(here) || page[0];
  }

  // The page one is reading in a turn that runs over several: the last that starts above the upper part of the screen.
  pageWithin(number) {
    const view = this.scroller.getBoundingClientRect();
    const starts = [...this.list.querySelectorAll(`[data-turn="${number}"] .gf-page`)];
    return starts.findLast((start) => start.getBoundingClientRect().top < view.top + view.height * 0.25)?.dataset.page;
  }

  // --- from outside -------------------------------------------------------------------------------

  openFrom(button) {
    const { meeting, turn, start, end } = button.dataset;
    const place = { meeting, turn: Number(turn) || 1, start: Number(start) || 0, end: Number(end) || 0 };
    return this.open(place, { opener: button, language: languageAt(button) });
  }

  // What the address asks for: ?meeting=…&turn=…, with &start=…&end=… for words.
  openAddress() {
    const asked = new URLSearchParams(location.search);
    const meeting = asked.get("meeting");
    if (!meeting) return this.hide();
    const [turn, start, end] = ["turn", "start", "end"].map((name) => Math.max(0, parseInt(asked.get(name), 10) || 0));
    return this.open({ meeting, turn: turn || 1, start, end }, { language: languageAt(null), push: false });
  }
}
