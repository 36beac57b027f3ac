// `?` lists the shortcuts of the page; `data-key` on a link or button gives it one.

export function followShortcuts() {
  const dialog = document.getElementById("shortcuts");
  document.querySelector("[data-shortcuts]")?.addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
    if (event.key === "?") return dialog.showModal();
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target && !dialog.open) {
      event.preventDefault();
      target.click();
    }
  });
}

/** Whether a key is text for a field; a shadow root hides the field from the event's target. */
function isWriting(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && (target.isContentEditable || target.matches("input, textarea, select"));
}
