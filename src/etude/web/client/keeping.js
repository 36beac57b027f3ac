// Keeps the editor and the file in step; no edit is ever lost.
import { send, Unreachable } from "./server.js";

const PAUSE_MS = 500;
const AGAIN_MS = 2000;

/**
 * `tell(text, state)` shows how things are; `ask(mine, now, kept)` lets the person choose between
 * two versions, "mine" or "theirs"; `onTaken` hears that the file was changed elsewhere; `drafts`
 * keep what is not saved in the browser, where there are some.
 */
export class Keeping {
  #drafts;
  #api;
  #editor;
  #base;
  #tell;
  #ask;
  #onTaken;
  #timer = 0;
  #saving = null;
  #edited = false;
  #seen;
  #asking = false;

  constructor({ api, editor, digest, tell, ask, onTaken, drafts = null }) {
    this.#drafts = drafts;
    this.#api = api;
    this.#editor = editor;
    this.#base = this.#seen = digest;
    this.#tell = tell;
    this.#ask = ask;
    this.#onTaken = onTaken;
    addEventListener("beforeunload", (event) => {
      if (this.#edited) event.preventDefault();
    });
    addEventListener("pagehide", () => this.#edited && this.#saveLeaving());
  }

  get digest() {
    return this.#base;
  }

  edited() {
    this.#edited = true;
    this.#drafts?.keep(this.#editor.text, this.#base);
    if (!this.#asking) this.#tell("Not saved yet", "waiting");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  /** Takes up what was typed and could not be saved before the page was left. */
  async recover() {
    for (const draft of this.#drafts?.left() ?? []) {
      if (draft.text !== this.#editor.text) {
        this.#editor.take(draft.text);
        this.#base = draft.base;
        this.#edited = true;
        this.#drafts.keep(draft.text, draft.base);
        draft.drop();
        if (!(await this.save())) return;
      } else {
        draft.drop();
        if (!this.#edited) this.#drafts.drop();
      }
    }
  }

  /** Lets the page be left; what is not saved stays with the browser. */
  letGo() {
    clearTimeout(this.#timer);
    this.#edited = false;
  }

  /** Saves what is not saved; true when the file then holds what the editor does. */
  async save() {
    clearTimeout(this.#timer);
    if (this.#asking) return false;
    while (this.#saving) await this.#saving;
    if (!this.#edited) return true;
    this.#saving = this.#write({});
    const saved = await this.#saving;
    this.#saving = null;
    this.#lookAgain();
    return saved;
  }

  /** The file now has this digest: it may have been saved elsewhere. */
  changed(digest) {
    this.#seen = digest;
    this.#lookAgain();
  }

  /** Puts what is in the file into the editor. */
  async take() {
    const now = await send("GET", `${this.#api}/file`);
    if (this.#edited || this.#saving) return this.save();
    this.#base = this.#seen = now.digest;
    if (now.text === this.#editor.text) return true;
    this.#editor.take(now.text);
    this.#tell("Taken over from the file", "done");
    this.#onTaken();
    return true;
  }

  #lookAgain() {
    if (this.#saving || this.#asking || this.#seen === this.#base || !this.#seen) return;
    if (this.#edited) this.save();
    else this.take().catch((error) => this.#tell(error.message, "failed"));
  }

  async #write(extra) {
    const text = this.#editor.text;
    this.#tell("Saving", "waiting");
    try {
      const now = await send("PUT", `${this.#api}/file`, { text, base: this.#base, ...extra });
      this.#base = this.#seen = now.digest;
      this.#edited = this.#editor.text !== text;
      if (this.#edited) this.edited();
      else this.#settled("Saved");
      return !this.#edited;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async #failed(error) {
    if (error.status === 409 && error.answer.now) return this.#choose(error.answer);
    this.#tell(`Not saved. ${error.message}`, "failed");
    if (error instanceof Unreachable) this.#timer = setTimeout(() => this.save(), AGAIN_MS);
    return false;
  }

  async #choose({ now, kept }) {
    this.#asking = true;
    this.#tell("Changed in two places: choose one", "failed");
    const choice = await this.#ask(this.#editor.text, now.text, kept);
    this.#asking = false;
    this.#base = this.#seen = now.digest;
    if (choice === "mine") return this.#write({ keep_old: true });
    this.#edited = false;
    this.#editor.take(now.text);
    this.#settled("Taken over from the file");
    this.#onTaken();
    return true;
  }

  #settled(text) {
    this.#drafts?.drop();
    this.#tell(text, "done");
  }

  #saveLeaving() {
    const body = JSON.stringify({ text: this.#editor.text, base: this.#base });
    const csrf = document.querySelector("meta[name=csrf-token]").content;
    fetch(`${this.#api}/file`, {
      method: "PUT",
      body,
      keepalive: true,
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    }).catch(() => {});
  }
}
