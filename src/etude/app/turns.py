"""How many programs run at once; the others wait for their turn."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# A program on its way to a verdict waits a lot, and a short one should not wait for long ones.
_FOR_EACH_CORE = 2
_LEAST = 4
_LOOK_SECONDS = 0.05


class Turns:
    """Gives out turns.

    Without them, hundreds of programs at once would take all memory, and each would run so slowly
    that its limit of time ended it.

    Args:
      at_once: how many there are; by default as many as suit this machine.
    """

    def __init__(self, at_once: int | None = None) -> None:
        at_once = at_once or max(_LEAST, _FOR_EACH_CORE * (os.cpu_count() or 1))
        self._free = threading.BoundedSemaphore(at_once)

    @contextmanager
    def one(self, *, on_waiting: Callable[[], None], give_up: Callable[[], bool]) -> Iterator[bool]:
        """A turn for as long as the block lasts.

        Args:
          on_waiting: called when there is none at once.
          give_up: asked while waiting; whether it is wanted no longer.

        Yields:
          False when it was given up before its turn came.
        """
        mine = self._free.acquire(blocking=False) or self._awaited(on_waiting, give_up)
        try:
            yield mine
        finally:
            if mine:
                self._free.release()

    def _awaited(self, on_waiting: Callable[[], None], give_up: Callable[[], bool]) -> bool:
        on_waiting()
        while not give_up():
            if self._free.acquire(timeout=_LOOK_SECONDS):
                return True
        return False
