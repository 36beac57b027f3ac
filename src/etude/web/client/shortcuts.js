// `?` lists the shortcuts of the page; `data-key` on a link or button gives it one.

const COOKIE = "etude-single-keys";
const YEAR_SECONDS = 31536000;

export function followShortcuts() {
  const dialog = document.getElementById("shortcuts");
  document.querySelector("[data-shortcuts]")?.addEventListener("click", () => dialog.showModal());
  offerToSwitchOff(document.getElementById("single-keys"));
  document.addEventListener("keydown", (event) => {
    const key = singleKey(event);
    if (key === "?") return dialog.showModal();
    const target = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  });
}

/** The key, where it is a shortcut by itself; "" where it is text, or such keys are switched off. */
export function singleKey(event) {
  const command = event.ctrlKey || event.metaKey || event.altKey;
  if (event.defaultPrevented || command || isWriting(event) || document.querySelector("dialog[open]")) return "";
  return areOn() ? event.key : "";
}

/** Who dictates, or strikes keys by accident, must be able to do without them. */
function offerToSwitchOff(choice) {
  choice.checked = areOn();
  choice.addEventListener("change", () => {
    document.cookie = `${COOKIE}=${choice.checked ? "on" : "off"}; path=/; SameSite=Strict; max-age=${YEAR_SECONDS}`;
  });
}

function areOn() {
  return !document.cookie.split("; ").includes(`${COOKIE}=off`);
}

/** Whether a key is text for a field; a shadow root hides the field from the event's target. */
function isWriting(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && (target.isContentEditable || target.matches("input, textarea, select"));
}
