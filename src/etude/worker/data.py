"""Datasets and arrays as facts: spec, stages, size and a sample."""

from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.observations import UNKNOWN, Data
from etude.worker.recorders.stages import stages_of
from etude.worker.sampling import sample_quietly
from etude.worker.tensors import describe_sample, describe_spec


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
    stages = stages_of(dataset)
    sampled = sample_quietly(dataset)
    return Data(
        role=role,
        kind="dataset",
        type=type(dataset).__name__,
        line=line or next((stage.line for stage in reversed(stages) if stage.line), 0),
        spec=describe_spec(dataset.element_spec),
        cardinality=int(dataset.cardinality()),
        stages=stages,
        sample=sampled.sample,
        sampled_at=sampled.at,
    )


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
