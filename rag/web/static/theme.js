// Light or dark: as the system has it, until someone chooses. Gradio's own class on the body follows.

const KEY = "griffier-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden; then the choice lasts as long as the page
  }
}

let choice = chosen();

function now() {
  const asked = new URLSearchParams(location.search).get("__theme");
  const wanted = choice || (asked === "dark" || asked === "light" ? asked : null);
  return wanted || (system.matches ? "dark" : "light");
}

function apply() {
  const theme = now();
  if (document.documentElement.dataset.gfTheme !== theme) document.documentElement.dataset.gfTheme = theme;
  if (document.body.classList.contains("dark") !== (theme === "dark")) document.body.classList.toggle("dark", theme === "dark");
  for (const button of document.querySelectorAll("[data-gf-theme-toggle]")) button.setAttribute("aria-pressed", String(theme === "dark"));
}

export function toggle() {
  choice = now() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // see above
  }
  apply();
}

export function start() {
  apply();
  system.addEventListener("change", apply);
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ["class"] });
}

export { apply };
