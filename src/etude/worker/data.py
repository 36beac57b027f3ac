"""Datasets and arrays as facts: spec, stages, size and a sample."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain.observations import UNKNOWN, Data
from etude.worker.empty_rows import empty_end
from etude.worker.label_order import label_order_of_arrays
from etude.worker.links import stages_of
from etude.worker.mirrored import mirrored
from etude.worker.patterns import patterns
from etude.worker.picture_iterators import rows_of
from etude.worker.sampling import sample_quietly
from etude.worker.tables import numbering
from etude.worker.tensors import describe_sample, describe_spec

_PLAIN = (bool, int, float, str, bytes, np.generic)
_ARRAYS = (np.ndarray, tf.Tensor, tf.Variable, tf.RaggedTensor, tf.SparseTensor, int, float)


def describe_data(
    value: Any, *, role: str, line: int = 0, keep: Callable[[Any], None] | None = None
) -> Data:
    """What a model was given, or what the learner's function returned.

    ``keep`` is called with the element that was drawn, or with the arrays, when a model sees them
    as they are.

    A generator is left as it is: looking at it would use it up; only iterators of an
    ``ImageDataGenerator`` show a few rows (``worker.picture_iterators``). Of a dataset one element
    is drawn from a copy (``worker.sampling``), so that the learner's own passes give what they
    would have given; only functions that count or log in Python notice, and those are not called.
    """
    if isinstance(value, tf.data.Dataset):
        return _describe_dataset(value, role=role, line=line, keep=keep)
    arrays = _with_arrays(value)
    if _is_arrays(arrays):
        if keep is not None:
            keep(arrays)
        return Data(
            role=role,
            kind="arrays",
            line=line,
            type=type(value).__name__,
            cardinality=_rows(arrays),
            sample=describe_sample(arrays),
            label_order=label_order_of_arrays(arrays),
            mirrored=mirrored(arrays) if role == "fit" else {},
            numbering=_numbering(value),
            empty_end=empty_end(arrays) if role == "fit" else 0,
            **patterns(arrays),
        )
    return _describe_other(value, role=role, line=line)


def _classes(value: Any) -> str:
    """Its class; of inputs and labels side by side those of each: "(ndarray, method)"."""
    if type(value) is not tuple:
        return type(value).__name__
    return f"({', '.join(type(part).__name__ for part in value)})"


def _describe_other(value: Any, *, role: str, line: int) -> Data:
    """A generator, or a sequence of batches that only Keras's own iterators let be looked into."""
    kind, batches = _classes(value), _batches(value)
    rows = rows_of(value)
    if not _is_arrays(rows):
        return Data(role=role, kind="other", line=line, type=kind, cardinality=batches)
    return Data(
        role=role,
        kind="other",
        line=line,
        type=kind,
        cardinality=batches,
        sample=describe_sample(rows),
        sampled_at="shuffle",
        **patterns(rows),
    )


def _batches(value: Any) -> int:
    """How many batches a sequence says that it has, asked as Keras asks it."""
    if not isinstance(value, keras.utils.PyDataset):
        return UNKNOWN
    try:
        count = value.num_batches
    except Exception:  # the person's own code, and for ``fit`` to complain about
        return UNKNOWN
    return UNKNOWN if count is None else int(count)


def _describe_dataset(
    dataset: Any, *, role: str, line: int, keep: Callable[[Any], None] | None
) -> Data:
    stages = stages_of(dataset)
    sampled = sample_quietly(dataset)
    if keep is not None and sampled.element is not None and sampled.at in ("", "shuffle"):
        keep(sampled.element)
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
        mirrored=mirrored(dataset) if role == "fit" else {},
        **sampled.patterns,
    )


def _with_arrays(value: Any) -> Any:
    """Lists of numbers or text, and tables of pandas, as the arrays that Keras makes of them: of a
    series a column.
    """
    if hasattr(value, "to_numpy") and hasattr(value, "iloc"):
        array = value.to_numpy()
        return array[:, None] if array.ndim == 1 else array
    if isinstance(value, dict):
        return {key: _with_arrays(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_with_arrays(item) for item in value)
    if not isinstance(value, list):
        return value
    if value and not isinstance(_first_leaf(value), _PLAIN):
        return tuple(_with_arrays(item) for item in value)
    try:
        return np.array(value)
    except ValueError:  # rows of different lengths: Keras will say so
        return value


def _numbering(value: Any) -> list[str]:
    """Columns of a table of inputs that number its rows."""
    return numbering(value[0] if isinstance(value, tuple) and value else value)


def _first_leaf(value: Any) -> Any:
    while isinstance(value, list) and value:
        value = value[0]
    return value


def _is_arrays(value: Any) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(_is_arrays(item) for item in value.values())
    if isinstance(value, tuple):
        return any(item is not None for item in value) and all(
            item is None or _is_arrays(item) for item in value
        )
    return isinstance(value, _ARRAYS)


def _rows(value: Any) -> int:
    """Length of the first axis of the first array."""
    while isinstance(value, dict | tuple):
        value = next(iter(value.values() if isinstance(value, dict) else value), None)
    shape: Any = getattr(value, "shape", ())
    return int(shape[0]) if len(shape) and shape[0] is not None else UNKNOWN
