"""How much of what comes next in a series the values before it tell, whoever asks them."""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

# Of fewer windows the share swings by more than what is asked of it.
_FEWEST_ROWS, _MOST_ROWS = 150, 1200
_LEARNED_FROM = 2 / 3
# So many rows for each lag of a straight line; the windows most alike are sought by the newest few.
_ROWS_FOR_A_LAG, _MOST_LAGS = 10, 64
_NEIGHBOURS, _LAGS_COMPARED = 10, (1, 3, 8)


def told_by_past(past: Values, following: Values) -> float | None:
    """The share of the scatter of ``following`` (N,) that ``past`` (N, W) accounts for; 1 is all.

    The best of two ways that need no training: a straight line through the newest values, and the
    mean of what followed the windows most alike. Both are fitted to the first rows and judged by
    the others; 0 where neither does better than the mean, None where there are too few rows.
    """
    past, following = past[-_MOST_ROWS:], following[-_MOST_ROWS:]
    known = int(len(past) * _LEARNED_FROM)
    scatter = float(((following[known:] - following[:known].mean()) ** 2).mean()) if known else 0.0
    if len(past) < _FEWEST_ROWS or not scatter:
        return None
    guesses = [_by_line(past, following, known)]
    guesses += [_by_likeness(past[:, -lags:], following, known) for lags in _LAGS_COMPARED]
    errors = [float(((guess - following[known:]) ** 2).mean()) for guess in guesses]
    return max(0.0, 1 - min(errors) / scatter)


def _by_line(past: Values, following: Values, known: int) -> Values:
    lags = max(1, min(past.shape[1], known // _ROWS_FOR_A_LAG, _MOST_LAGS))
    rows = np.column_stack([past[:, -lags:], np.ones(len(past))])
    weights = np.linalg.lstsq(rows[:known], following[:known], rcond=None)[0]
    guess: Values = rows[known:] @ weights
    return guess


def _by_likeness(past: Values, following: Values, known: int) -> Values:
    """The mean of what followed the nearest windows, by the distance of their newest values."""
    apart = ((past[known:, None, :] - past[None, :known, :]) ** 2).sum(axis=2)
    nearest = np.argpartition(apart, min(_NEIGHBOURS, known - 1), axis=1)[:, :_NEIGHBOURS]
    guess: Values = following[nearest].mean(axis=1)
    return guess
