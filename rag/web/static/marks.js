// Offsets into a turn's text, in characters as the server counts them, to places on the page and back.
// In an element with data-at stands the text of the turn from that offset on, and nothing else.

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;

export function length(text) {
  return PAIRS.test(text) ? [...text].length : text.length;
}

function units(text, characters) {
  if (!PAIRS.test(text)) return characters;
  return [...text].slice(0, characters).join("").length;
}

function pieces(turn) {
  const found = [];
  for (const paragraph of turn.querySelectorAll("[data-at]")) {
    let at = Number(paragraph.dataset.at);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const size = length(walker.currentNode.data);
      found.push({ node: walker.currentNode, start: at, end: at + size });
      at += size;
    }
  }
  return found;
}

// Marks text[start:end] of a turn, over paragraphs and page starts; returns the mark elements in order.
export function mark(turn, start, end, kind) {
  const made = [];
  for (const piece of pieces(turn)) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    if (from >= to) continue;
    let node = piece.node;
    const [a, b] = [units(node.data, from - piece.start), units(node.data, to - piece.start)];
    if (b < node.data.length) node.splitText(b);
    if (a > 0) node = node.splitText(a);
    const marked = document.createElement("mark");
    marked.className = kind;
    node.replaceWith(marked);
    marked.append(node);
    made.push(marked);
  }
  return made;
}

export function unmark(root, kind) {
  for (const marked of root.querySelectorAll(`mark.${kind}`)) {
    const parent = marked.parentNode;
    marked.replaceWith(...marked.childNodes);
    parent.normalize();
  }
}

function before(paragraph, container, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(container, offset);
  return length(range.toString());
}

// What a range on the page selects: the first turn it holds words of, from where to where, and whether it goes on in another.
export function selected(range, root) {
  let found = null;
  for (const paragraph of root.querySelectorAll("[data-at]")) {
    if (!range.intersectsNode(paragraph)) continue;
    const at = Number(paragraph.dataset.at);
    const from = paragraph.contains(range.startContainer) ? before(paragraph, range.startContainer, range.startOffset) : 0;
    const to = paragraph.contains(range.endContainer)
      ? before(paragraph, range.endContainer, range.endOffset)
      : length(paragraph.textContent);
    if (from >= to) continue;
    const turn = paragraph.closest("[data-turn]");
    if (found && found.turn !== turn) return { ...found, more: true };
    found = found ? { ...found, end: at + to } : { turn, start: at + from, end: at + to, more: false };
  }
  return found;
}
