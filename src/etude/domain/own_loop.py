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


def example_key(example: Any) -> int:
    """A checksum of an example, an array of numbers of any type; of many, evenly spaced ones."""
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
