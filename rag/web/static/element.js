// Elements made by hand: text goes in as text, never as markup.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// A speaker's name with the party as a coloured label; `hue` is one of our own names.
export function chip(party, hue) {
  const known = /^[a-z]+$/.test(hue || "") ? ` gf-hue-${hue}` : "";
  return element("span", { class: `gf-party${known}` }, party);
}

let live = null;

// Tells a screen reader what happened.
export function announce(text) {
  live ??= document.body.appendChild(element("div", { id: "gf-live", class: "gf-said", role: "status", "aria-live": "polite" }));
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = text));
}
