// Asking the person to choose.
import { compare, scrollToDifference } from "./versions.js";

/** Opens a dialog and waits for one of its answers; closed without one, it asks again. */
export function choice(dialog, answers) {
  return new Promise((resolve) => {
    const listen = () => {
      if (!answers.includes(dialog.returnValue)) return dialog.showModal();
      dialog.removeEventListener("close", listen);
      resolve(dialog.returnValue);
    };
    dialog.returnValue = "";
    dialog.addEventListener("close", listen);
    dialog.showModal();
  });
}

/** Which of two versions of the file to go on with: "mine" or "theirs". */
export function askForVersion(mine, theirs, kept) {
  compare(mine, theirs);
  requestAnimationFrame(scrollToDifference);
  document.getElementById("conflict-kept").textContent = `What is here was kept as ${kept}`;
  return choice(document.getElementById("conflict"), "mine theirs".split(" "));
}

/** Opens a dialog; whether the person has said yes. Closed without a word means no. */
export async function confirmed(dialog) {
  dialog.returnValue = "no";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  return dialog.returnValue === "yes";
}
