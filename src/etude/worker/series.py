"""A series of numbers in a few figures, and what the two sides of a split have in common."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.patterns import SeriesSplit, Windows
from etude.worker.tensors import to_numpy
from etude.worker.windows import Values, consecutive, describe_windows, series_of, windows_of

_FEWEST_VALUES = 20
_MOST_COLUMNS = 64
_MOST_VALUES = 5_000_000
_MOST_JUDGED = 256
_FARTHEST_OVERLAP = 3
_WORTH_A_LOOK = 0.3
# A row of zeros with a single one in it is another such row moved by a step, and no window.
_FEWEST_DISTINCT = 3


def series_facts(value: Any) -> dict[str, float]:
    """Figures of the first column of floats (T,) or (T, F); empty for anything else.

    ``lag_one`` is the correlation of each value with the one before: near 1 in a series, near 0
    once the values were shuffled.
    """
    if not hasattr(value, "dtype") or len(getattr(value, "shape", ())) not in (1, 2):
        return {}
    array = to_numpy(value)
    if array.dtype.kind != "f" or len(array) < _FEWEST_VALUES or array.size > _MOST_VALUES:
        return {}
    if array.ndim == 2 and not 0 < array.shape[1] <= _MOST_COLUMNS:
        return {}
    column = (array if array.ndim == 1 else array[:, 0]).astype(np.float64)
    if not np.isfinite(column).all() or not np.ptp(column):
        return {}
    return {"values": len(column)} | _figures(column)


def describe_split(train: Any, validation: Any, share: float | None) -> SeriesSplit | None:
    """How the windows of training and validation belong together; None when they are no arrays.

    Args:
      train, validation: (inputs, labels); share: the last part of ``train`` that Keras splits off
        when there is no ``validation``.
    """
    if validation is None and share and _are_dense(train):
        train, validation = _split_off(train, share)
    if not _are_dense(train):
        return None
    if not _are_dense(validation):
        alone = _series(_column(train))
        return SeriesSplit(train=alone) if alone else None
    learned, judged = _inputs(train), _inputs(validation)
    if learned is None or judged is None or learned.shape[1:] != judged.shape[1:]:
        return None
    if learned.size > _MOST_VALUES:
        return None
    series, later = _column(train), _column(validation)
    size = learned.shape[1]
    return SeriesSplit(
        shared=_shared(learned, judged),
        train=_series(series) or {},
        ahead=_forecast_twice(series, later, size=size),
        both=_both(series, later, size=size) or {},
    )


def _figures(column: Values) -> dict[str, float]:
    before, after = column[:-1] - column.mean(), column[1:] - column.mean()
    spread = float((before**2).sum() * (after**2).sum()) ** 0.5
    return {
        "mean": float(column.mean()),
        "deviation": float(column.std()),
        "low": float(column.min()),
        "high": float(column.max()),
        "lag_one": float((before * after).sum()) / spread if spread else 0.0,
    }


def _split_off(train: Any, share: float) -> tuple[Any, Any]:
    """As Keras does it: the last rows, without shuffling."""
    parts = [np.asarray(part) for part in train[:2]]
    place = math.floor(len(parts[0]) * (1.0 - share))
    return tuple(part[:place] for part in parts), tuple(part[place:] for part in parts)


def _are_dense(element: Any) -> bool:
    """Inputs and labels that are one array each, not ragged or sparse."""
    if not isinstance(element, tuple | list) or len(element) < 2:
        return False
    return all(isinstance(part, np.ndarray | tf.Tensor) for part in element[:2])


def _inputs(element: Any) -> Values | None:
    return windows_of(element[0])


def _shared(learned: Values, judged: Values) -> float:
    """Part of the judging windows that a training window has all steps but one of."""
    judged = judged[:: max(1, len(judged) // _MOST_JUDGED)]
    fewest = min(_FEWEST_DISTINCT, judged.shape[1])
    varied = judged[[len(np.unique(window)) >= fewest for window in judged[:, :, 0]]]
    if not len(varied) or not _may_share(learned, varied):
        return 0.0
    starts = {window[:-1].tobytes() for window in learned}
    ends = {window[1:].tobytes() for window in learned}
    hits = [w[1:].tobytes() in starts or w[:-1].tobytes() in ends for w in varied]
    return float(np.mean(hits))


def _may_share(learned: Values, judged: Values) -> bool:
    """Whether single values agree often enough to look at whole windows, which takes longer."""
    later = np.isin(judged[:, 1, 0], learned[:, 0, 0])
    earlier = np.isin(judged[:, 0, 0], learned[:, 1, 0])
    return bool((later | earlier).mean() > _WORTH_A_LOOK)


def _series(column: Values | None) -> dict[str, float] | None:
    return None if column is None else {"values": len(column)} | _figures(column)


def _both(learned: Values | None, judged: Values | None, *, size: int) -> dict[str, float] | None:
    if learned is None or judged is None:
        return None
    overlap = _in_both(learned, judged, farthest=_FARTHEST_OVERLAP * size)
    return _series(np.concatenate([learned, judged[overlap:]]))


def _in_both(learned: Values, judged: Values, *, farthest: int) -> int:
    """How many values at the end of one series are those at the beginning of the other."""
    return next(_fitting(learned, judged, farthest=farthest), 0)


def _fitting(learned: Values, judged: Values, *, farthest: int) -> Iterator[int]:
    """Such numbers of values, the largest first."""
    most = min(len(learned), len(judged), farthest)
    return (n for n in range(most, 0, -1) if (learned[-n:] == judged[:n]).all())


def _forecast_twice(learned: Values | None, judged: Values | None, *, size: int) -> float:
    """Of the values behind the first validation window, the part that training reaches into.

    A series that repeats itself fits to itself in many places, which says nothing of the split.
    """
    if learned is None or judged is None or len(judged) <= size:
        return 0.0
    fitting = _fitting(learned, judged, farthest=len(judged))
    shared = next(fitting, 0)
    only = next(fitting, 0) <= size
    return max(0, shared - size) / (len(judged) - size) if only else 0.0


def _column(element: Any) -> Values | None:
    """The first column of the series, its last labels included; None when windows are mixed."""
    windows, seen = _inputs(element), describe_windows(element)
    if windows is None or seen is None or not consecutive(windows, seen.stride):
        return None
    series = series_of(windows, seen.stride)[:, 0].astype(np.float64)
    return np.concatenate([series, _labels_after(element[1], windows, seen)])


def _labels_after(labels: Any, windows: Values, seen: Windows) -> Values:
    """What follows the last window, when the labels of a single column say it."""
    if seen.lead != 1 or windows.shape[2] != 1:
        return np.empty(0)
    return to_numpy(labels)[-1].reshape(-1).astype(np.float64)
