// The page that shows the newest run of an exercise.
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

follow(
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
    },
  },
  (open) => document.body.toggleAttribute("data-offline", !open),
);
