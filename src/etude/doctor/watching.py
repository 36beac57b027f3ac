"""One watch over a program in its own process, from ``begin`` to ``end``."""

import atexit
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from etude.app.versions import versions
from etude.domain.checkup import Checkup, End, Kind
from etude.domain.frames import TOKEN_BYTES
from etude.domain.visit import Unit, Visit
from etude.grading.checkup import with_facts
from etude.sandbox.facts import FactsCollector
from etude.worker.companion.arrival import on_arrival
from etude.worker.companion.own_program import Ended
from etude.worker.companion.program_files import ProgramFiles
from etude.worker.companion.watcher import Watcher
from etude.worker.facts_writer import FactsWriter

if TYPE_CHECKING:
    import keras

_FACTS_BYTES = 512 << 20
_TOKEN = bytes(TOKEN_BYTES)


class Watching:
    """What is seen of the program while this is open; one at a time.

    Args:
      folders: what lies below them is the person's own code, besides the folder of the program
        and the working folder.
    """

    def __init__(self, *, folders: Sequence[Path] = ()) -> None:
        self._watched = _watched()
        self._folders = [str(folder) for folder in folders]
        self._collector = FactsCollector(_TOKEN, limit=_FACTS_BYTES)
        self._started = time.monotonic()

    def begin(self) -> "Watching":
        """From here on everything is noted.

        Raises:
          RuntimeError: another watch is open in this process.
        """
        self._watched.begin(self._collector, self._folders)
        return self

    def after_training(self, act: Callable[[], None]) -> None:
        """Calls ``act`` when the training in progress has come to its end."""
        self._watched.watcher.after_training(act)

    def checkup(self) -> Checkup:
        """What has been seen so far."""
        main = _main_file()
        seen = Checkup(
            target=str(main or "this program"),
            kind=Kind.RUNNING,
            end=End.FINISHED,
            seconds=time.monotonic() - self._started,
            versions=versions(),
        )
        return with_facts(seen, tuple(self._collector.frames))

    def end(self, names: Mapping[str, Any] | None = None) -> Checkup:
        """Looks once more, closes the watch, and tells everything.

        Args:
          names: the program's global names, for data and models that were never trained.
        """
        self._watched.look_once_more(dict(names or {}))
        checkup = self.checkup()
        self._watched.end()
        return checkup

    def __enter__(self) -> "Watching":
        return self.begin()

    def __exit__(self, *raised: object) -> None:
        self._watched.end()


def watch() -> Watching:
    """Watches until the program ends, then prints what is wrong on standard error."""
    watching = Watching().begin()
    atexit.register(_report, watching)
    return watching


def callback() -> "keras.callbacks.Callback":
    """A Keras callback that watches from now on, and reports when training ends."""
    from etude.worker.companion.reporting import Reporting

    watching = Watching().begin()
    return Reporting(watching.after_training, lambda: _report(watching))


def _report(watching: Watching) -> None:
    from rich.console import Console

    from etude.render.checkup import CheckupView

    main = sys.modules.get("__main__")
    checkup = watching.end(vars(main) if main is not None else None)
    Console(stderr=True, highlight=False, markup=False).print(CheckupView(checkup))


class _SwitchedFacts(FactsWriter):
    """Facts for whichever watch is open, and for nobody when none is."""

    def __init__(self) -> None:
        super().__init__(-1, _TOKEN)
        self.collector: FactsCollector | None = None
        self._pid = os.getpid()

    def clear(self) -> None:
        """Forgets what an earlier watch has noted."""
        self._written.clear()
        self._arrays = 0

    def _write(self, data: bytes) -> None:
        if self.collector is not None and os.getpid() == self._pid:
            self.collector.feed(data)


class _Watched:
    """The recorders of this process, which can be installed only once."""

    def __init__(self) -> None:
        folders = _own_folders()
        # The program goes on with its model when étude has looked at it.
        takes_no_time: dict[str, Any] = {"profile_seconds": 0.0, "retrain_seconds": 0.0}
        visit = Visit(units=_units(), folder=folders[0], token=_TOKEN.hex(), **takes_no_time)
        self._facts = _SwitchedFacts()
        self._files = ProgramFiles(visit.units, folders=folders, facts=self._facts)
        self.watcher = Watcher(visit, self._files, self._facts)
        on_arrival(self.watcher.begin)

    def begin(self, collector: FactsCollector, folders: Sequence[str]) -> None:
        if self._facts.collector is not None:
            raise RuntimeError("étude watches this program already; end that watch first")
        self._facts.clear()
        self._facts.collector = collector
        self._files.watch_also(folders)
        self._files.tell_again()

    def look_once_more(self, names: dict[str, Any]) -> None:
        self.watcher.look_once_more(Ended(0, names=names))

    def end(self) -> None:
        self._facts.collector = None


@cache
def _watched() -> _Watched:
    return _Watched()


def _own_folders() -> list[str]:
    main = _main_file()
    return [str(main.parent), os.getcwd()] if main is not None else [os.getcwd()]


def _main_file() -> Path | None:
    path = getattr(sys.modules.get("__main__"), "__file__", None)
    return Path(path).absolute() if path else None


def _units() -> Sequence[Unit]:
    """The program itself, so that its lines keep their own numbers."""
    main = _main_file()
    if main is None or main.suffix != ".py":
        return ()
    try:
        text = main.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return [Unit(name=main.name, path=str(main), text=text)]
