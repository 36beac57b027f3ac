"""Tensors and nested elements as facts."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.observations import DIFFERENT_AMONG, TensorSample, TensorSpec
from etude.worker.shapes import shape_list

_MOST_DISTINCT = 32
_MOST_ROWS = 2048
_MOST_VALUES = 4_000_000


def leaves(element: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The leaves of nested tuples, lists and dicts with their paths: "0", "1", "0/age"."""
    if isinstance(element, dict):
        items: Any = element.items()
    elif isinstance(element, tuple) or _holds_tensors(element):
        items = enumerate(element)
    else:
        yield path or "0", element
        return
    for key, value in items:
        yield from leaves(value, f"{path}/{key}" if path else str(key))


def _holds_tensors(element: Any) -> bool:
    """Whether a list is a structure; a list of numbers is one tensor."""
    if not isinstance(element, list):
        return False
    return any(hasattr(item, "shape") or isinstance(item, dict | tuple) for item in element)


def describe_spec(element_spec: Any) -> list[TensorSpec]:
    """One record per leaf of a dataset's ``element_spec``."""
    return [_spec(path, leaf) for path, leaf in leaves(element_spec)]


def _spec(path: str, leaf: Any) -> TensorSpec:
    dtype = getattr(leaf, "dtype", None)
    name = tf.as_dtype(dtype).name if dtype is not None else type(leaf).__name__
    return TensorSpec(path=path, dtype=name, shape=shape_list(getattr(leaf, "shape", None)))


def describe_sample(element: Any) -> list[TensorSample]:
    """One record per leaf of an element or batch of elements."""
    return [_sample(path, to_numpy(leaf)) for path, leaf in leaves(element) if leaf is not None]


def to_numpy(value: Any) -> np.ndarray:
    """Any tensor-like value as an array; ragged and sparse ones become their flat values."""
    if isinstance(value, tf.RaggedTensor):
        value = value.flat_values
    elif isinstance(value, tf.SparseTensor):
        value = value.values
    return np.asarray(value)


def _sample(path: str, array: np.ndarray) -> TensorSample:
    shape = [int(size) for size in array.shape]
    rows = _thinned(array)
    if rows.dtype.kind not in "biuf" or not rows.size:
        distinct = _distinct(rows) if _is_text(rows) else None
        return TensorSample(path=path, dtype=_dtype_name(array), shape=shape, distinct=distinct)
    values = rows.astype(np.float64)
    finite = values[np.isfinite(values)]
    whole = rows.dtype.kind in "biu" or _whole(rows)
    return TensorSample(
        path=path,
        dtype=_dtype_name(array),
        shape=shape,
        low=float(finite.min()) if finite.size else None,
        high=float(finite.max()) if finite.size else None,
        mean=float(finite.mean()) if finite.size else None,
        deviation=float(finite.std()) if finite.size else None,
        nan=int(values.size - finite.size),
        infinite=int(np.isinf(values).sum()),
        lost=_lost(values) if finite.size < values.size else [],
        whole=whole,
        distinct=_distinct(rows) if whole else None,
        different=0 if whole else int(np.unique(finite[:DIFFERENT_AMONG]).size),
        row_sums=_row_sums(values),
    )


def _lost(values: np.ndarray) -> list[int]:
    """Columns without a single finite value."""
    if values.ndim <= 1:
        return []
    columns = np.isfinite(values).reshape(-1, values.shape[-1])
    return [int(place) for place in np.flatnonzero(~columns.any(axis=0))[:_MOST_DISTINCT]]


def _thinned(array: np.ndarray) -> np.ndarray:
    """Evenly spaced rows, so that a large array costs little; labels are kept whole."""
    if array.ndim <= 1 or not array.size:
        return array
    rows = min(_MOST_ROWS, max(1, _MOST_VALUES * len(array) // array.size))
    return array[:: max(1, len(array) // rows)]


def _dtype_name(array: np.ndarray) -> str:
    return "string" if _is_text(array) else array.dtype.name


def _is_text(array: np.ndarray) -> bool:
    """An array of objects may hold text, but also numbers with gaps, or rows of any length."""
    if array.dtype.kind != "O":
        return array.dtype.kind in "SU"
    return any(isinstance(value, str | bytes) for value in array.ravel()[:_MOST_ROWS].tolist())


def _distinct(array: np.ndarray) -> list[Any] | None:
    """Of text and of whole numbers."""
    if array.dtype.kind in "OSU":
        values = {_text(value) for value in array.ravel()[:_MOST_ROWS].tolist()}
        return sorted(values) if len(values) <= _MOST_DISTINCT else None
    if np.unique(array.ravel()[:_MOST_ROWS]).size > _MOST_DISTINCT:
        return None
    unique = np.unique(array)
    return [int(value) for value in unique] if unique.size <= _MOST_DISTINCT else None


def _whole(array: np.ndarray) -> bool:
    return bool(np.isfinite(array).all() and (array == np.round(array)).all())


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _row_sums(values: np.ndarray) -> list[float] | None:
    if values.ndim not in (2, 3) or not values.size:
        return None
    sums = values.sum(axis=-1)
    return [float(sums.min()), float(sums.max())]
