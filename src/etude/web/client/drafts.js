// What is typed and not yet saved, kept by the browser until it is.

const PREFIX = "etude-draft:";

/** The drafts of one file. Every tab has its own, so that none writes over another's. */
export class Drafts {
  #prefix;
  #key;

  constructor(file) {
    this.#prefix = `${PREFIX}${file}:`;
    this.#key = this.#prefix + tab();
  }

  /** `base` is the digest of the content from which the edit began. */
  keep(text, base) {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ text, base, at: Date.now() }));
      return true;
    } catch {
      return false; // full, or forbidden
    }
  }

  drop() {
    attempt(() => localStorage.removeItem(this.#key));
  }

  /** What was left, the oldest first, each with a function that drops it. */
  left() {
    const found = attempt(() => Object.entries(localStorage)) ?? [];
    return found
      .filter(([key]) => key.startsWith(this.#prefix))
      .map(([key, value]) => ({ ...attempt(() => JSON.parse(value)), key }))
      .filter(({ text }) => typeof text === "string")
      .sort((one, other) => one.at - other.at)
      .map((draft) => ({ ...draft, drop: () => draft.key !== this.#key && attempt(() => localStorage.removeItem(draft.key)) }));
  }
}

/** The same after a reload, another one in another tab. */
function tab() {
  return attempt(() => {
    const known = sessionStorage.getItem("etude-tab") ?? crypto.randomUUID();
    sessionStorage.setItem("etude-tab", known);
    return known;
  }) ?? "this";
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
