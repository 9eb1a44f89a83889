// Words looked for in the record: the places where they stand, one after the other, and as a list.

import { fill, get } from "./api.js";
import { element } from "./element.js";
import { mark, unmark } from "./marks.js";

const PAUSE = 250; // milliseconds after the last letter

export class Finder {
  constructor(word, { go, marks }) {
    Object.assign(this, { word, go, marks, meeting: null, places: [], at: -1, total: 0, version: 0 });
    const step = (way, label, sign) =>
      element("button", { type: "button", class: "gf-step", "aria-label": label, title: label, on: { click: () => this.step(way) } }, sign);
    this.input = element("input", { type: "search", class: "gf-search", "aria-label": word.search, placeholder: word.search, autocomplete: "off", maxlength: "200" });
    this.count = element("span", { class: "gf-count", role: "status" });
    this.field = element("div", { class: "gf-find", role: "search" }, this.input, this.count, step(-1, word.previous_hit, "↑"), step(1, word.next_hit, "↓"));
    this.list = element("ul", {});
    this.results = element("div", { class: "gf-results", hidden: true }, this.list);
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.results.addEventListener("keydown", (event) => this.walk(event));
  }

  reset(meeting, language) {
    [this.meeting, this.language] = [meeting, language];
    this.input.value = "";
    this.clear();
  }

  clear() {
    this.version += 1;
    clearTimeout(this.timer);
    [this.places, this.at, this.total] = [[], -1, 0];
    this.count.textContent = "";
    this.results.hidden = true;
    this.marks();
  }

  // Closes the list; true when there was one.
  close() {
    const open = !this.results.hidden;
    this.results.hidden = true;
    return open;
  }

  key(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.enter(event.shiftKey ? -1 : 1);
    } else if (event.key === "ArrowDown" && !this.results.hidden) {
      event.preventDefault();
      this.list.querySelector("button")?.focus();
    } else if (event.key === "Escape" && this.input.value) {
      event.stopPropagation();
      event.preventDefault();
      this.input.value = "";
      this.clear();
    }
  }

  // To the next place; what was only just typed is looked for first.
  async enter(way) {
    if (this.asked !== this.input.value.trim() || !this.places.length) await this.look();
    if (this.asked === this.input.value.trim() && this.places.length) this.step(way);
  }

  walk(event) {
    const rows = [...this.list.querySelectorAll("button")];
    const here = rows.indexOf(document.activeElement);
    const to = event.key === "ArrowDown" ? here + 1 : event.key === "ArrowUp" ? here - 1 : null;
    if (to === null) return;
    event.preventDefault();
    (rows[to] || (to < 0 ? this.input : rows.at(-1))).focus();
  }

  later() {
    clearTimeout(this.timer);
    if (!this.input.value.trim()) this.clear();
    else if (this.input.value.trim().length > 1) this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    clearTimeout(this.timer);
    const asked = this.input.value.trim();
    if (!asked || !this.meeting) return this.clear();
    const version = ++this.version;
    let found = null;
    try {
      found = await get("record/find", { meeting: this.meeting, q: asked, lang: this.language });
    } catch (error) {
      this.count.textContent = error.message || this.word.failed;
      return;
    }
    if (version !== this.version) return;
    [this.asked, this.places, this.total, this.at] = [asked, found.places, found.total, -1];
    this.show();
    this.marks();
  }

  show() {
    const { places, total, word } = this;
    this.count.textContent = total ? fill(word.turns, { n: total }) : word.no_hits;
    this.list.replaceChildren(...places.map((place, index) => this.row(place, index)));
    this.results.hidden = !places.length;
    this.results.scrollTop = 0;
  }

  row(place, index) {
    const [left, middle, right] = place.snippet;
    const page = place.page === null ? "" : ` · ${fill(this.word.page, { page: place.page })}`;
    const head = element("span", { class: "gf-result-who" }, `${place.speaker}${page}`);
    const line = element("span", { class: "gf-result-line" }, left, element("mark", { class: "gf-hit" }, middle), right);
    return element("li", {}, element("button", { type: "button", on: { click: () => this.choose(index, true) } }, head, line));
  }

  step(way) {
    if (!this.places.length) return this.input.value.trim() ? this.look() : this.input.focus();
    const from = way < 0 ? Math.max(this.at, 0) : this.at; // before the first place comes the last
    return this.choose((from + way + this.places.length) % this.places.length);
  }

  // Goes to a place; the focus stays in the field while one steps from place to place.
  choose(index, focus = false) {
    this.at = index;
    const [n, shown] = [this.total, this.places.length];
    this.count.textContent = fill(n > shown ? this.word.hits_many : this.word.hits, { at: index + 1, n, shown });
    for (const [i, row] of [...this.list.children].entries()) row.classList.toggle("gf-current", i === index);
    if (!matchMedia("(min-width: 64em)").matches) this.results.hidden = true;
    const place = this.places[index];
    return this.go(place.turn, [place.spans[0]], { focus });
  }

  // Marks what was found in the turns that are on the page.
  paint(root) {
    unmark(root, "gf-hit");
    if (!this.places.length) return;
    const found = new Map(this.places.map((place) => [String(place.turn), place.spans]));
    for (const turn of root.querySelectorAll("[data-turn]")) {
      for (const [start, end] of found.get(turn.dataset.turn) || []) mark(turn, start, end, "gf-hit");
    }
  }
}
