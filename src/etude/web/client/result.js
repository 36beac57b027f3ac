// What comes of a run, as it comes.

const PATIENCE_MS = 3000;

export class Result {
  constructor({ onMarks, onLine, onRunning }) {
    this.onRunning = onRunning;
    this.onMarks = onMarks;
    this.onLine = onLine;
    this.more = document.getElementById("more");
    this.state = document.getElementById("state");
    this.verdicts = document.getElementById("verdicts");
    this.report = document.getElementById("report");
    this.epochs = document.getElementById("epochs");
  }

  say(text, mood) {
    this.state.textContent = text;
    if (mood === undefined) delete this.state.dataset.mood;
    else this.state.dataset.mood = mood;
  }

  starting() {
    this.goOn(true);
    this.say("Running ...");
    this.waiting = setTimeout(() => this.say("Running ... The first run loads TensorFlow, which takes a while."), PATIENCE_MS);
    this.report.replaceChildren();
    this.more.replaceChildren();
    this.verdicts.replaceChildren();
    this.epochs.replaceChildren();
    this.verdicts.hidden = this.epochs.hidden = true;
  }

  /** Of a run that the person has asked for here; one that a save elsewhere began moves nothing. */
  show() {
    this.state.scrollIntoView({ block: "nearest" });
  }

  /** So many programs run that this one has to wait for its turn. */
  queued() {
    clearTimeout(this.waiting);
    this.say("Waiting: other programs run first ...");
  }

  goOn(running) {
    clearTimeout(this.waiting);
    this.onRunning(running);
  }

  fact(fact) {
    clearTimeout(this.waiting);
    if (fact.kind !== "epoch") return;
    const numbers = Object.entries(fact.logs)
      .filter(([, value]) => typeof value === "number")
      .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
    const line = document.createElement("div");
    line.textContent = `epoch ${fact.epoch + 1}: ${numbers.join(", ")}`;
    this.epochs.append(line);
    this.epochs.hidden = false;
    this.epochs.scrollTop = this.epochs.scrollHeight;
  }

  /** A verdict may be told again when a second look has changed it. */
  verdict({ check, html }) {
    clearTimeout(this.waiting);
    const piece = document.createRange().createContextualFragment(html);
    const old = this.verdicts.querySelector(`[data-check="${CSS.escape(check)}"]`);
    if (old) old.replaceWith(piece);
    else this.verdicts.append(piece);
    this.verdicts.hidden = false;
  }

  failed(error) {
    this.goOn(false);
    this.say(error.message, "bad");
  }

  judged({ html, more, told, mood, marks }) {
    this.report.innerHTML = html;
    this.more.innerHTML = more;
    for (const place of this.report.querySelectorAll(".quote figcaption code")) this.lead(place);
    this.say(told, mood);
    this.onMarks(marks);
    if (mood === "good") this.passed();
  }

  passed() {
    document.getElementById("next")?.classList.add("main");
    document.getElementById("not-yet")?.remove();
  }

  /** Makes "train.py:12" a button that leads to the line. */
  lead(place) {
    const line = Number(/:(\d+)$/.exec(place.textContent)?.[1]);
    if (!line) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place.textContent;
    button.addEventListener("click", () => this.onLine(line));
    place.replaceWith(button);
  }

  ended({ how, text }) {
    this.goOn(false);
    if (how === "given up") this.say("The run was given up.");
    else if (how !== "judged") this.say(text, "bad");
  }
}
