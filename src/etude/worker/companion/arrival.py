"""Begins to watch when the program itself imports TensorFlow or Keras, neither earlier nor later.

Importing them beforehand would take away the program's chance to set environment variables first,
and would make a program without TensorFlow wait for it.
"""

import sys
from collections.abc import Callable

from etude.worker.arrivals import Arrivals

_AWAITED = ("tensorflow", "keras")


def on_arrival(act: Callable[[], None]) -> None:
    """Calls ``act`` once, as soon as one of them is there and none is still being imported."""
    if any(name in sys.modules for name in _AWAITED):
        act()
    else:
        sys.meta_path.insert(0, _Both(act))


class _Both(Arrivals):
    """Keras imports TensorFlow while it is itself only half there."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__(_AWAITED)
        self._act = act
        self._importing: set[str] = set()

    def begins(self, name: str) -> None:
        self._importing.add(name)

    def fails(self, name: str) -> None:
        self._importing.discard(name)

    def ends(self, name: str) -> None:
        self._importing.discard(name)
        if not self._importing and self in sys.meta_path:
            self.leave()
            self._act()
