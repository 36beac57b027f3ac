"""What a preprocessor makes of raw rows; shared by the checks on tables, run inside the sandbox.

Rows are a dict of columns: float32 with NaN for gaps, or text with "" for gaps, each of shape (N,).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from etude.checks.live import Live
from etude.checks.values import Call, Value
from etude.checks.what_ifs import Array

Rows = Mapping[str, Array]

_BATCH = 1024
# Features that move by less than this when their column goes from its least to its largest value do
# not depend on it.
_MOVES = 1e-6


def built(live: Live, function: str, rows: Value) -> Any:
    """What the learner's function builds from these rows; built once per run."""
    return live.value(Call(function=function, args=(rows,)))


def features(live: Live, preprocessor: Any, rows: Rows) -> Array:
    """The feature matrix (N, F) of raw rows."""
    count = len(next(iter(rows.values())))
    pieces = [
        _call(live, preprocessor, {name: column[at : at + _BATCH] for name, column in rows.items()})
        for at in range(0, count, _BATCH)
    ]
    return np.concatenate([np.asarray(piece, dtype=np.float64) for piece in pieces])


def is_category(column: Array) -> bool:
    """Whether a column holds text."""
    return column.dtype.kind in "OU"


def numbers_of(rows: Rows) -> list[str]:
    return [name for name, column in rows.items() if not is_category(column)]


def categories_of(rows: Rows) -> list[str]:
    return [name for name, column in rows.items() if is_category(column)]


def known_categories(column: Array) -> list[str]:
    """Values that occur, without the gap."""
    return sorted({str(value) for value in column} - {""})


def complete_row(rows: Rows) -> int:
    """Index of the first row without a gap."""
    gaps = np.zeros(len(next(iter(rows.values()))), dtype=bool)
    for column in rows.values():
        gaps |= (column == "") if is_category(column) else np.isnan(column)
    return int(np.argmin(gaps))


def variants(rows: Rows, column: str, values: Sequence[Any]) -> dict[str, Array]:
    """The first complete row once per value, with that value in the column."""
    at = complete_row(rows)
    copies = {name: np.repeat(other[at : at + 1], len(values)) for name, other in rows.items()}
    copies[column] = np.array(values, dtype=rows[column].dtype)
    return copies


def joined(parts: Sequence[Rows]) -> dict[str, Array]:
    """Rows below each other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def responding(made: Array) -> Array:
    """Which features differ between rows; NaN counts as a value of its own.

    Args:
      made: (N, F) features of rows that differ in one column only.
    """
    apart = np.nanmax(made, axis=0) - np.nanmin(made, axis=0)
    return np.asarray(apart > _MOVES)


def scales(live: Live, preprocessor: Any, rows: Rows) -> list[dict[str, Any]]:
    """Mean and standard deviation of the features of each numeric column, farthest ones first.

    Both are None for a column that moves no feature.
    """
    made = features(live, preprocessor, rows)
    found: list[dict[str, Any]] = []
    for name in numbers_of(rows):
        ends = [np.nanmin(rows[name]), np.nanmax(rows[name])]
        moved = responding(features(live, preprocessor, variants(rows, name, ends)))
        found.append({"column": name} | _spread(made[:, moved]))
    return found


def _spread(made: Array) -> dict[str, float | None]:
    """Of the feature that is farthest from mean 0 and standard deviation 1.

    Args:
      made: (N, F).
    """
    if not made.shape[1]:
        return {"mean": None, "spread": None}
    means, spreads = np.nanmean(made, axis=0), np.nanstd(made, axis=0)
    worst = int(np.argmax(np.abs(means) + np.abs(spreads - 1)))
    return {"mean": float(means[worst]), "spread": float(spreads[worst])}


def _call(live: Live, preprocessor: Any, rows: Rows) -> Any:
    return call_on_columns(live.tf, preprocessor, rows)


def call_on_columns(tf: Any, answering: Any, rows: Rows) -> Any:
    """What a model or function gives for columns of shape (N,); one that wants (N, 1) gets that."""
    columns = {name: tf.constant(column.tolist()) for name, column in rows.items()}
    options = {"training": False} if isinstance(answering, tf.keras.layers.Layer) else {}
    try:
        return answering(columns, **options)
    except Exception as refusal:
        deep = {name: tf.reshape(column, (-1, 1)) for name, column in columns.items()}
        try:
            return answering(deep, **options)
        except Exception:
            raise refusal from None
