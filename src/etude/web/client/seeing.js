// A page that shows a run, live while it trains.
import { Curves } from "./curves.js";

const PAUSE_MS = 100;
const WORDS_MS = 1000;
// What grows beside the curves while a program trains.
const GROWING = "#trainings .facts, #trainings .numbers tbody";

/** Shows what is at the addresses in `root.dataset`; `changed()` is to be called when there is more. */
export function see(root) {
  const curves = new Curves(root);
  let asked = false;
  let again = false;
  let told = 0; // when the words were last exchanged
  let later;

  const refresh = async (whole) => {
    const answer = await fetch(root.dataset.curves);
    if (!answer.ok) return;
    const found = await answer.json();
    if (whole || !curves.show(found)) {
      await sections();
      curves.show(found);
    } else {
      await words();
    }
  };

  /** Exchanges what grows and nothing else: drawings and the focus stay where they are. */
  const words = async () => {
    clearTimeout(later);
    const early = told + WORDS_MS - performance.now();
    if (early > 0) return void (later = setTimeout(() => changed(), early));
    told = performance.now();
    const template = document.createElement("template");
    template.innerHTML = (await made()) ?? "";
    const [old, now] = [root, template.content].map((one) => [...one.querySelectorAll(GROWING)]);
    if (old.length === now.length) old.forEach((place, index) => place.replaceChildren(...now[index].childNodes));
  };

  /** The sections as the server makes them now. */
  const made = async () => {
    const answer = await fetch(root.dataset.sections, { headers: { Accept: "text/html" } });
    return answer.ok ? answer.text() : undefined;
  };

  const sections = async () => {
    const text = await made();
    if (text === undefined) return;
    told = performance.now();
    const open = new Map([...root.querySelectorAll("details")].map((one) => [summaryOf(one), one.open]));
    const focused = document.activeElement?.id;
    root.innerHTML = text;
    for (const one of root.querySelectorAll("details")) {
      if (open.has(summaryOf(one))) one.open = open.get(summaryOf(one));
    }
    if (focused) document.getElementById(focused)?.focus();
  };

  /** One request at a time, and one more for all that came meanwhile. */
  const changed = async (whole = false) => {
    again = again || whole;
    if (asked) return void (asked = "more");
    asked = true;
    const wanted = again;
    again = false;
    try {
      await refresh(wanted);
    } catch {
      // The server is away: its next event brings everything.
    }
    const more = asked === "more";
    asked = false;
    if (more) setTimeout(() => changed(), PAUSE_MS);
  };

  changed();
  return changed;
}

function summaryOf(details) {
  return details.querySelector("summary")?.textContent.trim() ?? "";
}
