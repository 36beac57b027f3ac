"""Notices that a file of a workspace was saved."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import watch

from etude.app.manifest import FOLDER
from etude.app.polling import poll

# An editor's save is several events within a few milliseconds; they count as one. A verdict waits
# for one step and a half of these on average; shorter ones would wake an idle watch more often.
_STEP_MS = 8
_DEBOUNCE_MS = 400
_POLL_SECONDS = 0.3
_WAKE_MS = 500
# Longest time that an event may take to arrive before it is taken not to arrive at all.
_PATIENCE_SECONDS = 1.5
_SIGN = "watching"


def is_program(path: Path) -> bool:
    return path.suffix == ".py"


class Saves:
    """Watches a folder from a thread of its own; polls where the system sends no events.

    Args:
      on_changed: called with the files that were saved or have gone.
      on_polling: called once if events do not arrive and files are looked at regularly instead.
      on_failed: called once if nothing is noticed any more, with the reason.
      wanted: which files it is about, by path relative to the folder; hidden ones never are.
      on_watching: called once, when every save from then on is noticed; one before it, while the
        watch was set up, may have been missed.
    """

    def __init__(
        self,
        root: Path,
        on_changed: Callable[[set[Path]], None],
        on_polling: Callable[[], None],
        on_failed: Callable[[Exception], None],
        *,
        wanted: Callable[[Path], bool] = is_program,
        on_watching: Callable[[], None] = lambda: None,
        force_polling: bool = False,
    ) -> None:
        self._root = root
        self._wanted = wanted
        self._sign = root / FOLDER / _SIGN
        self._on_changed = on_changed
        self._on_polling = on_polling
        self._on_failed = on_failed
        self._on_watching = on_watching
        self._polling = force_polling
        self._stop = threading.Event()
        self._arrived = threading.Event()
        self._tried = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=2.0)

    def _work(self) -> None:
        try:
            self._notice()
        except Exception as error:  # in a thread of its own, where nobody else would hear of it
            self._on_failed(error)

    def _notice(self) -> None:
        if not self._polling and self._events_arrive():
            self._attend(self._told())
        elif not self._stop.is_set():
            self._on_polling()
            self._attend(self._looked_for())

    def _events_arrive(self) -> bool:
        """Tries it: writes a file of ours and waits to be told."""
        trial = threading.Thread(target=self._await_sign, daemon=True)
        trial.start()
        try:
            for _ in range(10):  # the watcher may not have begun at the first one
                self._sign.write_text("étude is watching this folder\n", encoding="utf-8")
                if self._arrived.wait(_PATIENCE_SECONDS / 10):
                    break
        except OSError:
            return True  # a read-only workspace: there is nothing better to try
        self._tried.set()
        trial.join(timeout=1.0)
        return self._arrived.is_set()

    def _await_sign(self) -> None:
        for changes in watch(
            self._sign.parent, debounce=_DEBOUNCE_MS, step=_STEP_MS, rust_timeout=100,
            yield_on_timeout=True, raise_interrupt=False, stop_event=self._stop,
        ):  # fmt: skip
            if any(Path(path).name == _SIGN for _, path in changes):
                self._arrived.set()
            if self._arrived.is_set() or self._tried.is_set():
                return

    def _attend(self, changed: Iterator[set[Path]]) -> None:
        watching = False
        for paths in changed:
            if not watching:
                watching = True
                self._on_watching()
            if paths:
                self._on_changed(paths)

    def _told(self) -> Iterator[set[Path]]:
        """As the system tells it; nothing now and then."""
        for changes in watch(
            self._root,
            watch_filter=lambda _, path: self._is_wanted(Path(path)),
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            rust_timeout=_WAKE_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            stop_event=self._stop,
        ):
            yield {Path(path) for _, path in changes}

    def _looked_for(self) -> Iterator[set[Path]]:
        return poll(self._root, wanted=self._is_wanted, seconds=_POLL_SECONDS, stop=self._stop)

    def _is_wanted(self, path: Path) -> bool:
        relative = path.relative_to(self._root)
        hidden = any(part.startswith(".") for part in relative.parts)
        return not hidden and self._wanted(relative)
