// The way to the server: everything the page asks for comes from under the address this file came from.

const BASE = new URL("..", import.meta.url);

async function answer(response) {
  let body = null;
  try {
    body = await response.json();
  } catch {
    body = null; // a proxy's page, or a connection cut off: the message is ours
  }
  if (!response.ok || body === null) throw Object.assign(new Error((body && body.message) || ""), { status: response.status });
  return body;
}

function address(path, values) {
  const url = new URL(path, BASE);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url;
}

export async function get(path, values = {}) {
  return answer(await fetch(address(path, values), { headers: { Accept: "application/json" }, credentials: "same-origin" }));
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  return answer(await fetch(address(path, {}), { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin" }));
}

let spoken = null;

// The words of the page in one language; asked for once.
export async function words(language) {
  spoken ??= get("words").catch((error) => {
    spoken = null;
    throw error;
  });
  const all = await spoken;
  return all[language] || all.nl;
}

// "{at} van {n}" with its values.
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// The language someone reads in at an element.
export function languageAt(element) {
  const near = element && element.closest(".gf-answer[lang], .gf-check[lang], .gf-meeting[lang], [data-gf-lang]");
  const found = near ? near.getAttribute("data-gf-lang") || near.lang : document.documentElement.dataset.gfLang;
  return found === "en" ? "en" : "nl";
}
