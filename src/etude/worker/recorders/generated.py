"""The first batches that a Python generator gives to ``fit``, as they go through."""

import zlib
from collections.abc import Iterator
from types import GeneratorType
from typing import Any

import keras
import numpy as np

from etude.worker.facts_writer import FactsWriter
from etude.worker.recorders.harmless import harmless
from etude.worker.tensors import to_numpy

_MOST_BATCHES = 24
_COMPARED = 512  # values at either end of a batch


def batch_key(first: Any) -> int:
    """Equal for batches that begin and end with the same examples."""
    ends = (first[0], first[-1]) if first.ndim else (first,)
    return zlib.crc32(b"".join(np.ravel(end)[:_COMPARED].tobytes() for end in ends))


class Generated:
    """A generator is used up by looking at it: its batches are noted while Keras takes them.

    Attributes:
      keys: of the first batches.
      rows: how many examples the largest of these holds.
    """

    def __init__(self, facts: FactsWriter) -> None:
        self.keys: list[int] = []
        self.rows = 0
        self._facts = facts

    def through(self, value: Any) -> Any:
        """The same batches, given by a generator of ours; anything else as it is."""
        return self._passed(value) if isinstance(value, GeneratorType) else value

    def _passed(self, batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            if len(self.keys) < _MOST_BATCHES:
                with harmless(self._facts, "generated"):
                    first = to_numpy(keras.tree.flatten(batch)[0])
                    self.keys.append(batch_key(first))
                    self.rows = max(self.rows, len(first) if first.ndim else 0)
            yield batch
