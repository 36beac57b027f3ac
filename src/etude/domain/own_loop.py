"""A training that a program's own loop does step by step, told as a call of ``fit`` is."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.observations import Fit

TRAIN_ON_BATCH, TAPE = "train_on_batch", "tape"
_COMPARED = 512  # values of an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One of the first batches of a loop.

    Attributes:
      key: equal for batches that begin and end with the same examples.
      labels: distinct class numbers in it; empty when labels are many or no whole numbers.
    """

    key: int
    labels: Sequence[int] = ()


def example_keys(examples: Any) -> list[int]:
    """A checksum of each example in an array of texts, or of rows of numbers of any type.

    None of single numbers, which many examples share.
    """
    if not examples.ndim or not len(examples):
        return []
    if examples.dtype.kind in "OSU":
        return [_key_of_texts(row) for row in examples.reshape(len(examples), -1)]
    is_rows = examples.ndim > 1 and examples.dtype.kind in "biuf"
    return [_key_of_numbers(row) for row in examples] if is_rows else []


def _key_of_texts(texts: Any) -> int:
    plain = (text.decode() if isinstance(text, bytes) else str(text) for text in texts)
    return zlib.crc32("\n".join(plain).encode())


def _key_of_numbers(example: Any) -> int:
    """Of many values, evenly spaced ones are looked at."""
    values = example.reshape(-1)
    return zlib.crc32(values[:: 1 + values.size // _COMPARED].astype("float32").tobytes())


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop(Fit):
    """The steps that were taken with one model at one place.

    ``line`` is that of ``train_on_batch`` or of the request for gradients, ``train`` the first
    batch (with the stages of its pipeline, if it came from one), and each of ``epochs`` a stretch
    of the steps, with their mean loss.

    Attributes:
      how: TRAIN_ON_BATCH or TAPE.
      steps: how many were taken.
      losses: of single steps, of the first and from then on of one in ``every`` steps.
      rates: learning rate at the first step and at the last one.
      batches: the first ones.
    """

    how: str
    steps: int = 0
    losses: Sequence[float] = ()
    every: int = 1
    rates: Sequence[float] = ()
    batches: Sequence[Batch] = ()
