"""Whether validation data are training data once more."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.links import chain_of
from etude.worker.tensors import leaves

SAME = "same"
PART = "part"

# Stages that change how examples look or are grouped, never which examples they are.
_KEEP_ALL = frozenset({
    "batch", "cache", "map", "padded_batch", "prefetch", "ragged_batch", "rebatch", "repeat",
    "shuffle", "unbatch", "with_options",
})  # fmt: skip
_READ_WITHOUT_EFFECT = frozenset({"from_tensor_slices", "from_tensors", "range"})
_MOST_COMPARED = 16
_MOST_HASHED = 4_000_000
_MOST_JUDGED, _FEWEST_ROWS = 512, 16
_FEWEST_FRACTIONS = 3
_MOST_NUMBERS = 20_000_000


def overlap(train: Any, validation: Any) -> str:
    """SAME or PART when ``validation`` holds nothing but examples of ``train``; else ""."""
    if isinstance(train, tf.data.Dataset) and isinstance(validation, tf.data.Dataset):
        return _overlap_of_datasets(train, validation)
    learned, judged = _arrays(train), _arrays(validation)
    return _overlap_of_arrays(learned, judged) if learned and judged else ""


def repeated_rows(train: Any, validation: Any) -> float:
    """Part of the validation rows that the training rows hold, of tables with fractions.

    Of whole numbers many rows may be alike, and mean nothing.
    """
    learned, judged = _arrays(train), _arrays(validation)
    if not learned or not judged or learned[0].shape[1:] != judged[0].shape[1:]:
        return 0.0
    if learned[0].size > _MOST_HASHED or learned[0].dtype != judged[0].dtype:
        return 0.0
    rows = [row for row in judged[0][:_MOST_JUDGED] if _is_of_measurements(row)]
    if len(rows) < _FEWEST_ROWS:
        return 0.0
    known = {row.tobytes() for row in learned[0]}
    return sum(row.tobytes() in known for row in rows) / len(rows)


def _is_of_measurements(row: np.ndarray) -> bool:
    """Several numbers with fractions, which no two examples share by chance."""
    if row.ndim != 1 or row.dtype.kind != "f":
        return False
    return len(np.unique(row[row != np.round(row)])) >= _FEWEST_FRACTIONS


def _overlap_of_datasets(train: Any, validation: Any) -> str:
    learned, judged = _core(train), _core(validation)
    if learned is judged or _same_source(learned, judged):
        return SAME
    return PART if any(learned is dataset for dataset in _with_ancestors(judged)) else ""


def _core(dataset: Any) -> Any:
    """The dataset below all stages that keep every example."""
    for link in reversed(chain_of(dataset)):
        if link.stage.op not in _KEEP_ALL or link.parent is None:
            return dataset
        dataset = link.parent
    return dataset


def _with_ancestors(dataset: Any) -> Iterator[Any]:
    for link in reversed(chain_of(dataset)):
        yield dataset
        dataset = link.parent


def _same_source(first: Any, second: Any) -> bool:
    """Whether two sources of plain tensors begin with the same elements and are equally long."""
    ops = {chain_of(first)[-1].stage.op, chain_of(second)[-1].stage.op}
    if not ops <= _READ_WITHOUT_EFFECT or first.element_spec != second.element_spec:
        return False
    if int(first.cardinality()) != int(second.cardinality()):
        return False
    pairs = zip(first.take(_MOST_COMPARED), second.take(_MOST_COMPARED), strict=True)
    return all(_equal(one, other) for one, other in pairs)


def _arrays(value: Any) -> list[np.ndarray]:
    """The arrays in ``value``; none when anything else is among them, such as a generator."""
    parts = [leaf for _, leaf in leaves(value) if leaf is not None]
    if not all(isinstance(part, np.ndarray | tf.Tensor | list) for part in parts):
        return []
    arrays = [np.asarray(part) for part in parts]
    return arrays if all(array.ndim for array in arrays) else []


def _overlap_of_arrays(learned: list[np.ndarray], judged: list[np.ndarray]) -> str:
    count, total = len(judged[0]), len(learned[0])
    if len(learned) != len(judged) or sum(array.size for array in judged) > _MOST_NUMBERS:
        return ""
    if not any(_is_varied(array) for array in judged):  # zeros in place of data
        return ""
    if count == total:
        return SAME if _equal(learned, judged) else ""
    head_or_tail = ([array[:count] for array in learned], [array[-count:] for array in learned])
    return PART if 0 < count < total and any(_equal(p, judged) for p in head_or_tail) else ""


def _is_varied(array: np.ndarray) -> bool:
    return bool(array.size) and bool((array != array.flat[0]).any())


def _equal(first: Any, second: Any) -> bool:
    pairs = zip(leaves(first), leaves(second), strict=True)
    return all(_equal_arrays(np.asarray(one), np.asarray(other)) for (_, one), (_, other) in pairs)


def _equal_arrays(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and bool((one == other).all())
