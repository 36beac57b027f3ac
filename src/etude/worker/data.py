"""Datasets and arrays as facts: spec, stages, size and a sample."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.observations import INFINITE, UNKNOWN, Data, TensorSample
from etude.worker.recorders.stages import chain_of
from etude.worker.tensors import describe_sample, describe_spec

# Filling a shuffle buffer reads this many elements at most just to look at one batch; above it the
# sample is drawn below the shuffle. Measured by benchmarks/recorder_overhead.py.
_MOST_SHUFFLED = 512


@dataclass(frozen=True, slots=True)
class _Sampled:
    sample: list[TensorSample]
    at: str = ""


def describe_data(value: Any, *, role: str, line: int = 0) -> Data:
    """What a model was given, or what the learner's function returned."""
    if isinstance(value, tf.data.Dataset):
        return _describe_dataset(value, role=role, line=line)
    if _is_arrays(value):
        return Data(
            role=role,
            kind="arrays",
            line=line,
            type=type(value).__name__,
            cardinality=_rows(value),
            sample=describe_sample(value),
        )
    return Data(role=role, kind="other", line=line, type=type(value).__name__)


def _describe_dataset(dataset: Any, *, role: str, line: int) -> Data:
    chain = chain_of(dataset)
    sampled = _sample_cheaply(dataset)
    return Data(
        role=role,
        kind="dataset",
        type=type(dataset).__name__,
        line=line or next((link.stage.line for link in reversed(chain) if link.stage.line), 0),
        spec=describe_spec(dataset.element_spec),
        cardinality=int(dataset.cardinality()),
        stages=[link.stage for link in chain],
        sample=sampled.sample,
        sampled_at=sampled.at,
    )


def _sample_cheaply(dataset: Any) -> _Sampled:
    """The first element, drawn without emptying a one-shot source or filling a large buffer."""
    chain = chain_of(dataset)
    if any(link.stage.op == "from_generator" for link in chain):
        return _Sampled([], "from_generator")
    for link in chain:
        if link.stage.op == "shuffle" and not _cheap_to_shuffle(link.parent):
            return _Sampled(_first(link.parent), "shuffle")
    return _Sampled(_first(dataset))


def _cheap_to_shuffle(source: Any) -> bool:
    count = int(source.cardinality()) if source is not None else UNKNOWN
    return count not in (INFINITE, UNKNOWN) and count <= _MOST_SHUFFLED


def _first(dataset: Any) -> list[TensorSample]:
    """Errors are left to the learner's own iteration, where they have a line."""
    try:
        for element in dataset.take(1):
            return describe_sample(element)
    except Exception:
        return []
    return []


def _is_arrays(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_is_arrays(item) for item in value.values())
    if isinstance(value, tuple):
        return all(item is None or _is_arrays(item) for item in value)
    return isinstance(value, np.ndarray | tf.Tensor | tf.Variable | list | float | int)


def _rows(value: Any) -> int:
    while isinstance(value, dict | tuple):
        value = next(iter(value.values() if isinstance(value, dict) else value), None)
    try:
        return len(value)
    except TypeError:
        return UNKNOWN
