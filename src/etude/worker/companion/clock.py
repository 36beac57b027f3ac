"""The wall-clock limit of a program: its training ends cleanly, then, if need be, all of it."""

import _thread
import threading
from collections.abc import Callable

from etude.worker.facts_writer import FactsWriter

OVERTIME = "overtime"
_PAUSE_SECONDS = 0.5
# What follows a training that was ended: an evaluation, saving a model.
_GRACE_SECONDS = 30.0


class Clock:
    """Runs in a thread of its own from ``start`` until ``stop``.

    Args:
      end_soon: asks the training in progress to end.
    """

    def __init__(self, seconds: float, facts: FactsWriter, *, end_soon: Callable[[], bool]) -> None:
        self._seconds = seconds
        self._facts = facts
        self._end_soon = end_soon
        self._stopped = threading.Event()
        self.rang = False

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """The program has ended."""
        self._stopped.set()

    def _run(self) -> None:
        if self._stopped.wait(self._seconds):
            return
        self._facts.emit(OVERTIME, seconds=self._seconds)
        waited = 0.0
        while waited < _GRACE_SECONDS:
            self._end_soon()
            if self._stopped.wait(_PAUSE_SECONDS):
                return
            waited += _PAUSE_SECONDS
        self.rang = True
        _thread.interrupt_main()
