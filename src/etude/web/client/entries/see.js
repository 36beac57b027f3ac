// Pages that show a run, live while it trains.
import { see } from "../seeing.js";
import { follow } from "../stream.js";

const root = document.getElementById("seen");
const live = document.getElementById("live");
const changed = see(root);

const told = {
  judged: "The run has ended.",
  "given up": "The run was given up.",
  failed: "The run could not be finished.",
  lost: "The run was cut off.",
};

const stop = root.dataset.events && follow(
  root.dataset.events,
  {
    started: () => {
      live.textContent = "Running: curves grow while it trains.";
      changed(true);
    },
    seen: () => changed(),
    ended: ({ how }) => {
      live.textContent = told[how] ?? "";
      changed(true);
      if (root.dataset.once !== undefined) stop(); // nothing can follow
    },
  },
  (open) => document.body.toggleAttribute("data-offline", !open),
);
