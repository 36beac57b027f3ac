// Light, dark, or as the system has it. The server reads the cookie, so no page flashes.

const NEXT = { "": "dark", dark: "light", light: "" };
const NAMES = { "": "as the system has it", dark: "dark", light: "light" };
const YEAR_SECONDS = 31536000;

export function followTheme() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const root = document.documentElement;
  const tell = () => {
    const name = NAMES[root.dataset.theme ?? ""];
    button.setAttribute("aria-label", `Colours: ${name}. Change them.`);
    button.title = `Colours: ${name}`;
  };
  button.addEventListener("click", () => {
    const chosen = NEXT[root.dataset.theme ?? ""];
    root.dataset.theme = chosen;
    document.cookie = `etude-theme=${chosen}; path=/; SameSite=Strict; max-age=${YEAR_SECONDS}`;
    tell();
    document.dispatchEvent(new CustomEvent("etude:theme"));
  });
  button.hidden = false;
  tell();
}
