// A page that shows a run, live while it trains.
import { Curves } from "./curves.js";

const PAUSE = 100;

/** Shows what is at the addresses in `root.dataset`; `changed()` is to be called when there is more. */
export function see(root) {
  const curves = new Curves(root);
  let asked = false;
  let again = false;

  const refresh = async (whole) => {
    const answer = await fetch(root.dataset.curves);
    if (!answer.ok) return;
    const found = await answer.json();
    if (whole || !curves.show(found)) {
      await sections();
      curves.show(found);
    }
  };

  const sections = async () => {
    const answer = await fetch(root.dataset.sections, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const open = new Map([...root.querySelectorAll("details")].map((one) => [summaryOf(one), one.open]));
    const focused = document.activeElement?.id;
    root.innerHTML = await answer.text();
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
    if (more) setTimeout(() => changed(), PAUSE);
  };

  changed();
  return changed;
}

function summaryOf(details) {
  return details.querySelector("summary")?.textContent.trim() ?? "";
}
