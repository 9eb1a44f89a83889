// A long record, block by block: what is near is on the page, what is far is a space of about its height.

const NEAR = 1.5; // screens above and below that are filled
const FAR = 5; // screens beyond which a block is emptied again
const AT_ONCE = 2; // blocks asked for at the same time

export class Blocks {
  // load(block) gives an element with the turns; filled(element) is called when it stands on the page; moved() after scrolling.
  constructor(scroller, list, { load, filled, moved, failed }) {
    Object.assign(this, { scroller, list, load, filled, moved, failed, all: [], asked: 0, version: 0 });
    this.frame = 0;
    this.scroller.addEventListener("scroll", () => this.soon(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.list);
  }

  set(blocks) {
    this.version += 1;
    this.asked = 0;
    this.width = 0;
    this.all = blocks.map((block) => {
      const element = document.createElement("div");
      element.className = "gf-block";
      element.dataset.first = block.first;
      return { ...block, element, full: false, waiting: null, height: 0 };
    });
    this.list.replaceChildren(...this.all.map((block) => block.element));
    this.resized();
  }

  // How high a block will be: only to give the scroll bar its length and a jump its direction.
  guess(block) {
    const size = parseFloat(getComputedStyle(this.list).fontSize) || 17;
    const perLine = Math.max(24, Math.min(this.list.clientWidth - 6 * size, 38 * size) / (0.53 * size));
    const lines = block.chars / perLine + block.paragraphs / 2;
    return Math.round(lines * size * 1.62 + (block.last - block.first + 1) * size * 3.4);
  }

  resized() {
    if (this.list.clientWidth === this.width || !this.all.length) return this.soon();
    this.width = this.list.clientWidth;
    this.steady(() => {
      for (const block of this.all) if (!block.full) block.element.style.height = `${this.guess(block)}px`;
    });
    this.soon();
  }

  soon() {
    if (!this.frame) this.frame = requestAnimationFrame(() => ((this.frame = 0), this.update()));
  }

  // What is being read stays where it is while something above it changes height.
  steady(change) {
    const anchor = this.firstVisible() || this.visible(0)[0]?.element;
    const before = anchor ? anchor.getBoundingClientRect().top : 0;
    change();
    if (!anchor || !anchor.isConnected) return;
    const shift = anchor.getBoundingClientRect().top - before;
    if (Math.abs(shift) >= 1) this.scroller.scrollTop += shift;
  }

  visible(screens) {
    const view = this.scroller.getBoundingClientRect();
    const room = screens * view.height;
    return this.all.filter((block) => {
      const box = block.element.getBoundingClientRect();
      return box.bottom > view.top - room && box.top < view.bottom + room;
    });
  }

  shows(element) {
    const [view, box] = [this.scroller.getBoundingClientRect(), element.getBoundingClientRect()];
    return box.bottom > view.top + 4 && box.top < view.bottom;
  }

  // The first turn of which something shows.
  firstVisible() {
    for (const block of this.visible(0)) {
      for (const turn of block.element.querySelectorAll("[data-turn]")) if (this.shows(turn)) return turn;
    }
    return null;
  }

  update() {
    if (!this.scroller.clientHeight) return;
    const near = this.visible(NEAR);
    const middle = this.scroller.getBoundingClientRect().top + this.scroller.clientHeight / 2;
    const distance = (block) => {
      const box = block.element.getBoundingClientRect();
      return Math.max(0, box.top - middle, middle - box.bottom);
    };
    const wanted = near.filter((block) => !block.full && !block.waiting).sort((a, b) => distance(a) - distance(b));
    for (const block of wanted.slice(0, Math.max(0, AT_ONCE - this.asked))) this.fill(block).catch(() => {}); // failed() has told
    const kept = new Set(this.visible(FAR));
    const far = this.all.filter((block) => block.full && !kept.has(block) && !this.inUse(block));
    if (far.length) this.steady(() => far.forEach((block) => this.empty(block)));
    this.moved();
  }

  inUse(block) {
    const selection = document.getSelection();
    const holds = selection && !selection.isCollapsed && selection.anchorNode && block.element.contains(selection.anchorNode);
    return holds || block.element.contains(document.activeElement) || block.element.querySelector("mark.gf-picked");
  }

  empty(block) {
    block.height = block.element.getBoundingClientRect().height;
    block.element.replaceChildren();
    block.element.style.height = `${block.height}px`;
    block.full = false;
  }

  fill(block) {
    if (block.full) return Promise.resolve(block.element);
    block.waiting ??= this.ask(block);
    return block.waiting;
  }

  async ask(block) {
    const version = this.version;
    this.asked += 1;
    try {
      const content = await this.load(block);
      if (version !== this.version) return block.element;
      this.steady(() => {
        block.element.replaceChildren(content);
        block.element.style.height = "";
        block.full = true;
        this.filled(block.element);
      });
    } catch (error) {
      if (version === this.version) this.failed(error);
      throw error;
    } finally {
      if (version === this.version) {
        this.asked -= 1;
        block.waiting = null;
      }
    }
    this.soon();
    return block.element;
  }

  // The element of a turn, wherever it is in the record; its block is scrolled to and filled first.
  async reach(number) {
    const block = this.all.find((one) => one.first <= number && number <= one.last);
    if (!block) return null;
    if (!block.full) this.scroller.scrollTop += block.element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    await this.fill(block);
    return block.element.querySelector(`[data-turn="${number}"]`);
  }
}
