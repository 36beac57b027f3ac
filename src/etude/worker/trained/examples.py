"""Examples drawn once more from what a ``fit`` was given, when that changes nothing any more."""

import itertools
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import keras
import numpy as np
import tensorflow as tf

from etude.worker.tables import is_table

T = TypeVar("T")
_BATCH = 32


def batches_of(data: Any, *, most: int, size: int = _BATCH) -> Iterator[tuple[Any, Any]]:
    """(inputs, labels) of up to ``most`` examples; nothing from what can be drawn only once.

    Args:
      size: of the batches that arrays are cut into.
    """
    if isinstance(data, tf.data.Dataset):
        if not _runs_python(data):
            yield from _limited(data.as_numpy_iterator(), most)
    elif isinstance(data, tuple) and len(data) >= 2 and not isinstance(data[0], tf.data.Dataset):
        x, y = data[0], data[1]
        if (isinstance(x, np.ndarray | tf.Tensor) or is_table(x)) and y is not None:
            count = min(most, len(x))
            for start in range(0, count, size):
                stop = min(start + size, count)
                yield (
                    np.asarray(rows_between(x, start, stop)),
                    np.asarray(rows_between(y, start, stop)),
                )


def places_all_over(count: int, *, most: int) -> Any:
    """Row numbers evenly spread from the first to the last: int64, (min(count, most),)."""
    return np.linspace(0, count - 1, min(count, most)).astype(np.int64)


def rows_between(values: Any, start: int, stop: int | None = None) -> Any:
    """Some rows by their places, also where pandas would look them up by their names."""
    return values.iloc[start:stop] if hasattr(values, "iloc") else values[start:stop]


def within(batches: Iterable[T], seconds: float) -> Iterator[T]:
    """Those that begin in time, and the first one in any case."""
    until = time.monotonic() + seconds
    for batch in batches:
        yield batch
        if time.monotonic() >= until:
            return


def _limited(elements: Iterator[Any], most: int) -> Iterator[tuple[Any, Any]]:
    seen = 0
    for element in elements:
        if not isinstance(element, tuple) or len(element) < 2:
            return
        yield element[0], element[1]
        seen += len(keras.tree.flatten(element[1])[0])
        if seen >= most:
            return


def _runs_python(dataset: Any) -> bool:
    """A generator may be used up, or wait for something that never comes."""
    waiting = [dataset]
    while waiting:
        one = waiting.pop()
        if "Generator" in type(one).__name__:
            return True
        waiting += one._inputs() if hasattr(one, "_inputs") else []
    return False


def first_batch(data: Any) -> tuple[Any, Any] | None:
    return next(itertools.islice(batches_of(data, most=_BATCH), 1), None)
