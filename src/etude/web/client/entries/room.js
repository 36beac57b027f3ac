// The room in which an exam is sat.
import { askForVersion, confirmed } from "../choosing.js";
import { Clock } from "../clock.js";
import { Drafts } from "../drafts.js";
import { makeEditor } from "../editor.js";
import { Keeping } from "../keeping.js";
import { Result } from "../result.js";
import { send, Unreachable } from "../server.js";
import { singleKey } from "../shortcuts.js";
import { follow } from "../stream.js";

const ASK_MS = 1000;
const RECONNECT_MS = 2000;
const OUTDATED =
  "You have saved the program after it wrote what is handed in. " +
  "To hand in what it writes now, run it and submit again.";

let advice = ""; // what stays to be told: about what was handed in last, or why it was not

const bar = document.querySelector(".room-bar");
const sitting = { ...bar.dataset };
const work = document.querySelector(".work");
const { address, api } = work.dataset;
const get = (id) => document.getElementById(id);
const saved = get("saved");
const stop = get("stop");
const handed = get("handed");
const result = new Result({
  onMarks: (marks) => editor.mark(marks),
  onLine: (line) => editor.goTo(line),
  onRunning: (running) => (stop.hidden = !running),
});

const clock = new Clock(get("clock"), {
  remaining: Number(sitting.remaining),
  runs: sitting.phase === "running",
  onWarning: (minutes) => (get("alarm").textContent = `${minutes} minutes are left, or less.`),
  onEnd: askWhetherOver,
});

const file = await reached(() => send("GET", `${api}/file`));
const place = get("editor");
const editor = makeEditor(place, {
  text: file.text,
  label: "Your program",
  onEdit: () => keeping.edited(),
  onRun: run,
  onSave: () => keeping.save(),
});
place.hidden = false;
get("program").remove();

const keeping = new Keeping({
  api,
  editor,
  digest: file.digest,
  tell,
  ask: askForVersion,
  onTaken: () => {},
  drafts: new Drafts(api),
});
keeping.recover();

/** Asks until étude answers: it may be starting again. */
async function reached(ask) {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      tell(error.message, "failed");
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
  }
}

function tell(text, state) {
  saved.textContent = text;
  saved.dataset.state = state;
}

async function run() {
  try {
    if (!(await keeping.save())) return;
    result.starting();
    result.show();
    await send("POST", `${api}/runs`);
  } catch (error) {
    result.failed(error);
  }
}

async function submit() {
  const button = get("submit");
  button.disabled = true;
  try {
    await keeping.save(); // whatever becomes of it, what lies in the folder is handed in
    get("contract").replaceChildren();
    const { submission, outdated } = await send("POST", `${api}/submissions`);
    advice = outdated ? OUTDATED : "";
    say(`Submitted (submission ${submission}). It is kept, and is being marked. ${advice}`);
  } catch (error) {
    warn(error);
  }
  button.disabled = false;
}

/** What was asked for did not come about; how the sitting stands does not take that away. */
function warn(error) {
  advice = error.message;
  say(advice, "bad");
}

function say(text, mood = "") {
  handed.textContent = text;
  handed.dataset.mood = mood;
}

/** The sitting as the server has it. */
function stands({ phase, remaining, waits, paper, submissions }) {
  if (phase === "finished") return leave();
  clock.set({ remaining, runs: phase === "running" });
  show(phase);
  put(get("paper"), paper);
  put(get("submissions"), submissions);
  if (waits) return;
  say(advice, advice && "bad");
  get("contract").replaceChildren(); // it is told with the submission now
}

/** Only what is another: the focus stays where it is. */
function put(place, html) {
  if (place.dataset.shown === html) return;
  place.dataset.shown = html;
  const focused = place.contains(document.activeElement) && document.activeElement.getAttribute("href");
  place.innerHTML = html;
  if (focused) place.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

function show(phase) {
  bar.dataset.phase = phase;
  get("paused").hidden = phase !== "paused";
  for (const section of [document.querySelector(".task"), work, document.querySelector(".result")]) {
    section.hidden = phase === "paused";
  }
  const pause = get("pause");
  if (pause) pause.disabled = phase === "paused";
}

function marking({ event, how, text, html }) {
  if (event === "contract") get("contract").innerHTML = html;
  else if (how !== "judged") say(text || "The marking was cut off; it is begun again.", "bad");
}

let leaving = false;
function leave() {
  if (leaving) return;
  leaving = true;
  keeping.letGo();
  location.assign(`${sitting.address}/review`);
}

let asking = false;
async function askWhetherOver() {
  if (asking || leaving) return;
  asking = true;
  try {
    const { phase, remaining_seconds: remaining } = await send("GET", sitting.api);
    if (phase === "finished") leave();
    else clock.set({ remaining, runs: phase === "running" });
  } catch (error) {
    say(`Time is up. ${error.message}`, "bad");
  }
  setTimeout(() => (asking = false), ASK_MS);
}

/** Pause, resume, finish. */
async function change(deed) {
  try {
    await keeping.save();
    const { phase, remaining_seconds: remaining } = await send("POST", `${sitting.api}/${deed}`);
    if (phase === "finished") return leave();
    clock.set({ remaining, runs: phase === "running" });
    show(phase);
  } catch (error) {
    warn(error);
  }
}

get("run").addEventListener("click", run);
get("submit").addEventListener("click", submit);
stop.addEventListener("click", () => send("POST", `${api}/runs/give_up`).catch((error) => result.failed(error)));
get("pause")?.addEventListener("click", () => change("pause"));
get("resume").addEventListener("click", () => change("resume"));
get("finish").addEventListener("click", async () => {
  if (await confirmed(get("finish-asked"))) change("finish");
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter") {
    event.preventDefault();
    run();
  } else if (command && event.key === "s") {
    event.preventDefault();
    keeping.save();
  } else if (singleKey(event) === "e") {
    event.preventDefault();
    editor.focus();
  }
});
show(sitting.phase);

follow(
  `${address}/events`,
  {
    sitting: stands,
    marking,
    file: ({ digest }) => keeping.changed(digest),
    started: () => result.starting(),
    fact: (fact) => result.fact(fact),
    report: (report) => result.judged(report),
    ended: (end) => result.ended(end),
  },
  (open) => {
    get("connection").textContent = open ? "" : "Not connected; trying again. What you type is kept in this browser until it is saved.";
    if (open) keeping.save();
  },
);
