"""Every pad_sequences that cuts fractions off: it makes whole numbers unless a type is told."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

import keras
import numpy as np

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.keras_modules import put_in_place

_NAME = "pad_sequences"
_MOST_CALLS = 20
_MOST_SEQUENCES = 64


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """A recorded call "fractions_cut" tells the ``dtype`` that came out, the ``share`` of numbers
    that had a fraction, and their range, ``low`` and ``high``.
    """
    wrapped = _noting(getattr(keras.utils, _NAME), files, facts)
    put_in_place(_NAME, wrapped, "utils", "preprocessing.sequence")


def _noting(
    original: Callable[..., Any], files: LearnerFiles, facts: FactsWriter
) -> Callable[..., Any]:
    count = 0

    @functools.wraps(original)
    def pad_sequences(sequences: Any, *args: Any, **kwargs: Any) -> Any:
        nonlocal count
        padded = original(sequences, *args, **kwargs)
        with harmless(facts, "padding"):
            seen = _cut(sequences, padded) if count < _MOST_CALLS else {}
            if seen and (line := files.line()):
                count += 1
                call = observations.Call(name="fractions_cut", line=line, arguments=seen)
                facts.emit("call", **asdict(call))
        return padded

    return pad_sequences


def _cut(sequences: Any, padded: np.ndarray) -> dict[str, Any]:
    """What whole numbers have left out; empty where nothing was lost."""
    if padded.dtype.kind not in "iu" or not isinstance(sequences, list | tuple | np.ndarray):
        return {}
    numbers = np.concatenate([np.empty(0), *_numbers(sequences)])
    lost = numbers != np.trunc(numbers)
    if not lost.any():
        return {}
    seen = {"low": float(numbers.min()), "high": float(numbers.max())}
    return {"dtype": padded.dtype.name, "share": float(lost.mean()), **seen}


def _numbers(sequences: Any) -> Iterator[np.ndarray]:
    for one in islice(sequences, _MOST_SEQUENCES):
        values = np.asarray(one)
        if values.dtype.kind == "f":
            yield values[np.isfinite(values)]
