// The page on which one practises.
import { askForVersion, confirmed } from "../choosing.js";
import { Drafts } from "../drafts.js";
import { makeEditor } from "../editor.js";
import { Keeping } from "../keeping.js";
import { Result } from "../result.js";
import { send } from "../server.js";
import { singleKey } from "../shortcuts.js";
import { follow } from "../stream.js";

const work = document.querySelector(".work");
const { address, api } = work.dataset;
const saved = document.getElementById("saved");
const stop = document.getElementById("stop");
const result = new Result({
  onMarks: (marks) => editor.mark(marks),
  onLine: (line) => editor.goTo(line),
  onRunning: (running) => (stop.hidden = !running),
});

const file = await send("GET", `${api}/file`);
const place = document.getElementById("editor");
const editor = makeEditor(place, {
  text: file.text,
  label: "Your program",
  onEdit: () => keeping.edited(),
  onRun: run,
  onSave: run,
});
place.hidden = false;
document.getElementById("program").remove();

const keeping = new Keeping({
  api,
  editor,
  digest: file.digest,
  tell,
  ask: askForVersion,
  onTaken,
  drafts: new Drafts(work.dataset.drafts),
});
keeping.recover();

async function run() {
  try {
    if (!(await keeping.save())) return;
    result.starting();
    result.show();
    await send("POST", `${api}/runs`, { program: keeping.digest });
  } catch (error) {
    result.failed(error);
  }
}

/** The file was saved elsewhere: another page may have run it already. */
async function onTaken() {
  await send("POST", `${api}/runs`, { program: keeping.digest, again: false }).catch((error) => result.failed(error));
}

function tell(text, state) {
  saved.textContent = text;
  saved.dataset.state = state;
}

document.getElementById("run").addEventListener("click", run);
stop.addEventListener("click", () => send("POST", `${api}/runs/give_up`).catch((error) => result.failed(error)));
document.getElementById("reset").addEventListener("click", async () => {
  if (!(await confirmed(document.getElementById("start-over"))) || !(await keeping.save())) return;
  const { kept } = await send("POST", `${api}/reset`);
  await keeping.take();
  tell(kept ? `Your file is kept: ${kept}` : "The starter is back", "done");
});
// A hint or an answer that was asked for is of no use out of sight.
document.addEventListener("htmx:after:swap", ({ detail }) => {
  detail.ctx.target?.querySelector("details[open], .card")?.scrollIntoView({ block: "nearest" });
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && (event.key === "s" || event.key === "Enter")) {
    event.preventDefault();
    run();
  } else if (singleKey(event) === "e") {
    event.preventDefault();
    editor.focus();
  }
});

follow(
  `${address}/events`,
  {
    file: ({ digest }) => keeping.changed(digest),
    started: () => result.starting(),
    waiting: () => result.queued(),
    fact: (fact) => result.fact(fact),
    verdict: (verdict) => result.verdict(verdict),
    report: (report) => result.judged(report),
    ended: (end) => result.ended(end),
  },
  (open) => document.body.toggleAttribute("data-offline", !open),
);
