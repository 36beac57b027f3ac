"""How the labels of an in-memory source lie: mixed, or one class after the other."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf

# Enough to tell blocks from a mixture; more would cost time and say nothing new.
_MOST_LOOKED_AT = 20_000
_MOST_CLASSES = 1000


def label_order(tensors: Sequence[Any]) -> dict[str, int]:
    """Facts on the tensors that ``from_tensor_slices`` was given.

    The last tensor is taken for the labels: integers or text of rank one, one-hot rows, or paths,
    whose folder is then the class.

    Returns:
      ``elements``, and for labels ``labels`` (distinct values) and ``label_runs`` (stretches of
      equal ones): sorted labels have as many runs as values.
    """
    if not tensors or not hasattr(tensors[-1], "numpy") or not tensors[-1].shape.rank:
        return {}
    labels = _labels(tensors[-1], alone=len(tensors) == 1)
    return _facts(int(tensors[-1].shape[0]), labels)


def label_order_of_arrays(arrays: Any) -> dict[str, int]:
    """The same for the ``(x, y)`` that ``fit`` was given; empty when y is no array."""
    labels = arrays[-1] if isinstance(arrays, tuple) and len(arrays) > 1 else None
    if not isinstance(labels, np.ndarray) or not labels.ndim or labels.dtype.kind not in "biufSU":
        return {}
    elements, labels = len(labels), labels[:_MOST_LOOKED_AT]
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    small = labels.size and labels.ndim <= 2 and labels.size <= _MOST_CLASSES * len(labels)
    return _facts(elements, _labels(tf.constant(labels), alone=False) if small else None)


def _facts(elements: int, labels: np.ndarray | None) -> dict[str, int]:
    facts = {"elements": elements}
    if labels is not None and labels.size:
        facts["labels"] = int(np.unique(labels).size)
        facts["label_runs"] = 1 + int(np.count_nonzero(labels[1:] != labels[:-1]))
    return facts


def _labels(tensor: Any, *, alone: bool) -> np.ndarray | None:
    if tensor.shape.rank == 1 and tensor.dtype == tf.string:
        return _classes_of_text(tensor[:_MOST_LOOKED_AT].numpy())
    if tensor.shape.rank == 1 and (tensor.dtype.is_integer or tensor.dtype.is_bool):
        return tensor[:_MOST_LOOKED_AT].numpy()
    if tensor.shape.rank == 2 and 1 < tensor.shape[1] <= _MOST_CLASSES and not alone:
        return _one_hot_classes(tensor[:_MOST_LOOKED_AT].numpy())
    return None


def _classes_of_text(values: np.ndarray) -> np.ndarray:
    """Folders of paths; other text stands for itself."""
    texts = [value.replace(b"\\", b"/") for value in values.tolist()]
    return np.array([text.rpartition(b"/")[0] or text for text in texts])


def _one_hot_classes(rows: np.ndarray) -> np.ndarray | None:
    if not ((rows == 0) | (rows == 1)).all() or not (rows.sum(axis=1) == 1).all():
        return None
    return rows.argmax(axis=1)
