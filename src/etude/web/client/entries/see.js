// Pages that show a run, live while it trains.
import { see } from "../seeing.js";
import { follow } from "../stream.js";

const root = document.getElementById("seen");
const live = document.getElementById("live");
const changed = see(root);
// What the page was made of; the stream begins by telling it again.
let run = root.dataset.run;
let running = live.hasAttribute("data-running");

const told = {
  judged: "The run has ended.",
  "given up": "The run was given up.",
  failed: "The run could not be finished.",
  lost: "The run was cut off.",
};

const stop = root.dataset.events && follow(
  root.dataset.events,
  {
    started: ({ run: id }) => {
      if (id === undefined || id === run) return;
      run = id;
      running = true;
      live.textContent = "Running: this page grows with it.";
      changed(true);
    },
    seen: () => changed(),
    ended: ({ how }) => {
      if (!running) return;
      running = false;
      live.textContent = told[how] ?? "";
      changed(true);
      if (root.dataset.once !== undefined) stop(); // nothing can follow
    },
  },
  (open) => document.body.toggleAttribute("data-offline", !open),
);
