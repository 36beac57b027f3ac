"""Answers of ``predict`` for pictures in a drawn order, known again where they are learned from."""

from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.links import stages_of
from etude.worker.picture_iterators import is_from_keras

_SHUFFLES = "shuffle"
_COMPARED = 4096  # numbers, spread over the whole
_FEWEST_ROWS = 8  # of fewer the drawn order may be the first one
_MOST_KEPT = 50

_Mark = tuple[int, int, bytes]


class DrawnAnswers:
    """Remembers by its numbers what was predicted of data that shuffle, also after a file."""

    def __init__(self) -> None:
        self._lines: dict[_Mark, int] = {}

    def note(self, pictures: Any, answers: Any, line: int) -> None:
        """What ``predict`` gave for a pipeline, or for one of Keras's iterators of pictures."""
        if _is_drawn(pictures) and len(self._lines) < _MOST_KEPT:
            mark = _mark(answers)
            if mark is not None:
                self._lines[mark] = line

    def line_of(self, inputs: Any) -> int:
        """Where these numbers were predicted in a drawn order; 0 for any others."""
        mark = _mark(inputs) if self._lines else None
        return self._lines.get(mark, 0) if mark is not None else 0


def _is_drawn(pictures: Any) -> bool:
    """A pipeline or an iterator of an ``ImageDataGenerator`` that shuffles."""
    if isinstance(pictures, tf.data.Dataset):
        return any(stage.op == _SHUFFLES for stage in stages_of(pictures))
    return is_from_keras(pictures) and bool(pictures.shuffle)


def _mark(values: Any) -> _Mark | None:
    """The rows, the numbers and some of them; the same when each row is laid out otherwise."""
    if not isinstance(values, np.ndarray) or values.dtype.kind != "f" or values.ndim < 1:
        return None
    if len(values) < _FEWEST_ROWS or not values.size:
        return None
    flat = values.reshape(-1)
    some = flat[:: max(1, flat.size // _COMPARED)].astype(np.float32)
    return (len(values), flat.size, some.tobytes()) if np.ptp(some) > 0 else None
