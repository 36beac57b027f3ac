// The clock is the server's: here it is only counted down between two of its answers.

const TICK_MS = 250;
const WARNINGS_MINUTES = [5, 15];

/** `onWarning(minutes)` is called once for each; `onEnd()` again and again once nothing is left. */
export class Clock {
  #place;
  #remaining;
  #at = performance.now();
  #runs;
  #warned = Infinity;
  #onWarning;
  #onEnd;

  constructor(place, { remaining, runs, onWarning, onEnd }) {
    this.#place = place;
    this.#onWarning = onWarning;
    this.#onEnd = onEnd;
    this.set({ remaining, runs });
    setInterval(() => this.#show(), TICK_MS);
  }

  /** What the server says. */
  set({ remaining, runs }) {
    this.#remaining = remaining;
    this.#at = performance.now();
    this.#runs = runs;
    this.#show();
  }

  #show() {
    const gone = this.#runs ? (performance.now() - this.#at) / 1000 : 0;
    const left = Math.max(0, this.#remaining - gone);
    const shown = words(left);
    if (this.#place.textContent !== shown) this.#place.textContent = shown;
    this.#warn(left);
    if (this.#runs && left === 0) this.#onEnd();
  }

  /** Of several that are due, only the nearest to the end. */
  #warn(left) {
    const due = WARNINGS_MINUTES.find((minutes) => left <= 60 * minutes);
    this.#place.dataset.left = due ?? "";
    if (due === undefined || due >= this.#warned || !this.#runs) return;
    this.#warned = due;
    this.#onWarning(due);
  }
}

/** As in "4:05:09". */
function words(seconds) {
  const whole = Math.floor(seconds);
  const two = (value) => String(value).padStart(2, "0");
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
