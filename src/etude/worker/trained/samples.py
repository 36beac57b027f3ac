"""A batch as a few of its examples: small pictures, texts, or rows of numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.worker.trained.pictures import LONGEST_SIDE, are_pictures, as_bytes

KIND = "batch"
_MOST_ROWS = 6
_MOST_COLUMNS = 64
_MOST_TEXTS = 6
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a batch is brought out."""

    pictures: int
    longest_side: int


#: When a training begins: some kilobytes, so that looking costs nothing that could be measured.
SMALL = Size(pictures=8, longest_side=48)
#: When it has ended, of a person's own program.
LARGE = Size(pictures=12, longest_side=LONGEST_SIDE)


def describe_batch(role: str, inputs: Any, labels: Any, *, size: Size) -> dict[str, Any]:
    """Fields of a frame of kind "batch"; see ``domain.seen.Batch``.

    Args:
      inputs: an array, or a dict of columns of one length; labels: an array, or None.
    """
    if isinstance(inputs, Mapping):
        return {"role": role, **_columns(inputs), **_labels(labels, _MOST_ROWS)}
    told: dict[str, Any] = {
        "role": role,
        "dtype": str(inputs.dtype),
        "shape": [int(length) for length in inputs.shape],
    } | _range(inputs)
    if inputs.dtype.kind in "biuf" and inputs.size:
        if are_pictures(inputs):
            shown = inputs[: size.pictures]
            told["pictures"] = as_bytes(shown, longest=size.longest_side)
            return told | _labels(labels, size.pictures)
        return told | _rows(inputs) | _labels(labels, _MOST_ROWS)
    return told | _texts(inputs) | _labels(labels, _MOST_TEXTS)


def numbers_of(labels: Any) -> list[int]:
    """Class numbers of integer or one-hot labels; empty for anything else."""
    values = np.asarray(labels)
    if values.ndim == 2 and values.shape[1] > 1:
        values = values.argmax(axis=1)
    values = values.reshape(-1) if values.ndim == 2 else values
    whole = values.dtype.kind in "biuf" and bool(np.all(values == np.round(values)))
    return [int(value) for value in values] if values.ndim == 1 and whole else []


def _range(inputs: NDArray[Any]) -> dict[str, float]:
    if inputs.dtype.kind not in "biuf" or not inputs.size:
        return {}
    finite = inputs[np.isfinite(inputs)]
    return {"low": float(finite.min()), "high": float(finite.max())} if finite.size else {}


def _labels(labels: Any, most: int) -> dict[str, Any]:
    """Class numbers, else the first number or text of each label."""
    if labels is None or isinstance(labels, Mapping | tuple | list):
        return {}
    values = np.asarray(labels[:most])
    if values.ndim == 2 and values.shape[1] > 1 and set(np.unique(values)) - {0, 1}:
        return {"labels": [_cell(row[0]) for row in values]}
    numbers = numbers_of(values)
    if numbers:
        return {"labels": numbers}
    return {"labels": [_cell(row) for row in values.reshape(len(values), -1)[:, 0]]}


def _rows(inputs: NDArray[Any]) -> dict[str, Any]:
    """Rows of a table (N, columns), or the first column of a series (N, steps, columns)."""
    if inputs.ndim not in (2, 3):
        return {}
    shown = inputs[:_MOST_ROWS, :_MOST_COLUMNS]
    shown = shown if shown.ndim == 2 else shown[..., 0]
    return {"rows": [[_cell(value) for value in row] for row in shown]}


def _columns(inputs: Mapping[Any, Any]) -> dict[str, Any]:
    names = list(inputs)[:_MOST_COLUMNS]
    flat = [np.asarray(inputs[name][:_MOST_ROWS]) for name in names]
    columns = [one.reshape(len(one), -1)[:, 0] for one in flat if one.size]
    if len(columns) < len(names):
        return {}
    rows = [[_cell(value) for value in row] for row in zip(*columns, strict=False)]
    titles = [_title(name, one) for name, one in zip(names, flat, strict=True)]
    return {"columns": titles, "rows": rows}


def _title(name: Any, column: NDArray[Any]) -> str:
    """Of a column that holds several values for each example, the first one is shown."""
    wide = column.size > len(column)
    return f"{str(name)[:_LONGEST_TEXT]}{'[0]' if wide else ''}"


def _texts(inputs: NDArray[Any]) -> dict[str, Any]:
    if inputs.dtype.kind not in "OSU" or inputs.ndim not in (1, 2) or not inputs.size:
        return {}
    if inputs.ndim == 2 and inputs.shape[1] != 1:
        return {"rows": [[_cell(v) for v in row] for row in inputs[:_MOST_ROWS, :_MOST_COLUMNS]]}
    return {"texts": [str(_cell(text)) for text in inputs.reshape(-1)[:_MOST_TEXTS]]}


def _cell(value: Any) -> float | int | str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")[:_LONGEST_TEXT]
    if isinstance(value, str):
        return value[:_LONGEST_TEXT]
    if isinstance(value, bool | np.bool_ | int | np.integer):
        return int(value)
    return float(value)
