"""Whether inputs are windows of one series, and where in it their labels lie, read from values."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.domain.patterns import Windows
from etude.worker.predictable import told_by_past
from etude.worker.tensors import to_numpy

Values = NDArray[np.float64]

# Fewer rows agree by chance; more say nothing new.
_FEWEST_ROWS = 6
_MOST_ROWS = 256
_MOST_STEPS = 4096
_MOST_COLUMNS = 64
_MOST_VALUES = 20_000_000
# A label that is looked for further ahead than this many windows is of another series.
_FARTHEST = 3
# A neighbour in a smooth series is much farther off than rounding to float32.
_ROUNDING = 1e-6
_FEWEST_DISTINCT = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """Windows (N, W, F) and labels (N, H, G), the latter one value for each of H steps."""

    inputs: Values
    labels: Values


def describe_windows(element: Any) -> Windows | None:
    """What the values of an (inputs, labels) pair show; None when the inputs are no series.

    Args:
      element: inputs of floats (N, W) or (N, W, F), and labels with as many rows.
    """
    pair = _pair(element)
    if pair is None:
        return None
    stride = _stride(pair.inputs)
    if not stride:
        return None
    series = series_of(pair.inputs[:_MOST_ROWS], stride)
    column, lead = _place_of_labels(pair, series, stride)
    if lead is None and pair.labels.shape[1:] == (1, pair.inputs.shape[2]):
        # As many steps of one column as there are columns look like one step of all of them.
        along = _Pair(pair.inputs, pair.labels.reshape(len(pair.labels), -1, 1))
        column, lead = _place_of_labels(along, series, stride)
        pair = pair if lead is None else along
    jump = pair.labels[:, 0, 0] - pair.inputs[:, -1, column]
    return Windows(
        size=pair.inputs.shape[1],
        stride=stride,
        lead=lead,
        steps=pair.labels.shape[1],
        count=len(pair.inputs),
        naive_error=float(np.abs(jump).mean()) if lead is not None else None,
        naive_squared=float((jump**2).mean()) if lead is not None else None,
        told_by_past=_told(pair, column) if lead is not None and lead > 0 else None,
    )


def _told(pair: _Pair, column: int) -> float | None:
    """Of a single column: others beside it may tell what it does not itself."""
    alone = pair.inputs.shape[2] == 1
    return told_by_past(pair.inputs[:, :, column], pair.labels[:, 0, 0]) if alone else None


def windows_of(inputs: Any) -> Values | None:
    """The inputs as windows (N, W, F); None when they cannot be any."""
    array = to_numpy(inputs)
    if array.dtype.kind != "f" or array.ndim not in (2, 3) or array.size > _MOST_VALUES:
        return None
    array = array if array.ndim == 3 else array[..., None]
    rows, steps, columns = array.shape
    fits = rows >= _FEWEST_ROWS and 2 <= steps <= _MOST_STEPS and 0 < columns <= _MOST_COLUMNS
    return array if fits and np.isfinite(array[:_MOST_ROWS]).all() else None


def series_of(windows: Values, stride: int) -> Values:
    """The series (T, F) that consecutive windows (N, W, F) were cut from."""
    starts = windows[:-1, :stride].reshape(-1, windows.shape[2])
    return np.concatenate([starts, windows[-1]])


def consecutive(windows: Values, stride: int) -> bool:
    """Whether each window begins so many steps after the one before."""
    return bool((windows[1:, :-stride] == windows[:-1, stride:]).all())


def _pair(element: Any) -> _Pair | None:
    if not isinstance(element, tuple | list) or len(element) < 2:
        return None
    x, y = element[0], element[1]
    if not hasattr(x, "dtype") or not hasattr(y, "dtype"):
        return None
    inputs, labels = windows_of(x), to_numpy(y)
    if inputs is None or labels.dtype.kind != "f" or not labels.ndim:
        return None
    if len(labels) != len(inputs) or labels.ndim > 3 or labels.size > _MOST_VALUES:
        return None
    return _Pair(inputs, _as_steps(labels, columns=inputs.shape[2]))


def _as_steps(labels: Values, *, columns: int) -> Values:
    """(N,), (N, H) and (N, H, G) as (N, H, G); (N, F) beside windows of F columns is one step."""
    if labels.ndim == 1:
        return labels[:, None, None]
    if labels.ndim == 3:
        return labels
    one_step = labels.shape[1] == columns > 1
    return labels[:, None, :] if one_step else labels[..., None]


def _stride(windows: Values) -> int:
    """Steps from one window to the next; 0 when they are not slices of one series in order."""
    head = windows[: 2 * _FEWEST_ROWS]
    if len(np.unique(head[:, 0], axis=0)) < _FEWEST_DISTINCT:
        return 0
    for stride in range(1, windows.shape[1]):
        if consecutive(head, stride) and consecutive(windows[:_MOST_ROWS], stride):
            return stride
    return 0


def _place_of_labels(pair: _Pair, series: Values, stride: int) -> tuple[int, int | None]:
    """The column that labels are of, and how far ahead of the window's last value they lie.

    Ahead is tried first: in a series that repeats itself, the next value is also inside.
    """
    size = pair.inputs.shape[1]
    labels = pair.labels[: min(len(pair.labels), _MOST_ROWS)]
    if len(np.unique(labels[:, 0, 0])) < _FEWEST_DISTINCT:
        return 0, None
    farthest = min(len(series), _FARTHEST * size + labels.shape[1])
    for place in [*range(size, farthest), *range(size - 1, -1, -1)]:
        column = _column_at(labels, series, place, stride)
        if column is not None:
            return column, place - (size - 1)
    return 0, None


def _column_at(labels: Values, series: Values, place: int, stride: int) -> int | None:
    """The column of the series whose values from ``place`` on are the labels, row by row."""
    steps, wide = labels.shape[1:]
    known = (len(series) - place - steps) // stride + 1
    rows = min(len(labels), known)
    if rows < _FEWEST_ROWS:
        return None
    where = np.arange(rows)[:, None] * stride + place + np.arange(steps)
    columns = [slice(None)] if wide == series.shape[1] else []
    if wide == 1:
        columns = [slice(i, i + 1) for i in range(series.shape[1])]
    tolerance = _ROUNDING * float(np.ptp(labels))
    for column in columns:
        if (np.abs(series[where, column] - labels[:rows]) <= tolerance).all():
            return int(column.start or 0)
    return None
