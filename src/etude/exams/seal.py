"""The hidden rows of one sitting, in an order of their own for every file that is handed in.

Drawn by hash as the splits of the data are, so that no library's random numbers decide a mark and
a stored sitting gives the same rows for ever.
"""

import hashlib
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from etude.domain.exam import PLACES

# docs/design/exam.md has the measurement: what a smaller share adds to the luck of the draw.
SHARE = 0.8
_LABELS = "labels"
_INPUTS = "inputs"
# Rows with values for labels are taken evenly from stretches of so many.
_STRETCH = 10

Arrays = Mapping[str, np.ndarray]
_Rows = NDArray[np.int64]


def sealed(arrays: Arrays, *, seed: int, salt: str, share: float = SHARE) -> Arrays:
    """A stratified share of the rows, the same for a seed, in an order of seed and salt.

    Args:
      arrays: ``labels`` (N, ...), ``inputs`` or ``inputs_<column>`` (N, ...), and perhaps
        ``classes``, which names what integer labels stand for and is kept as it is.
      seed: of the sitting; salt: of the file that is marked, see ``salt_of``.
      share: of each class, or of each stretch of rows whose labels are values.

    Returns:
      The arrays with fewer rows, and ``places`` (M,), where each row stood.
    """
    rows = _drawn(np.asarray(arrays[_LABELS]), seed, share)
    rows = _by_hash(rows, f"order {seed} {salt}")
    taken = {name: values[rows] if _has_rows(name) else values for name, values in arrays.items()}
    return {**taken, PLACES: rows}


def salt_of(artifacts: Mapping[str, bytes]) -> str:
    """SHA-256 of the file that is handed in, or of all names and contents of several."""
    if len(artifacts) == 1:
        return hashlib.sha256(next(iter(artifacts.values()))).hexdigest()
    whole = hashlib.sha256()
    for name, content in sorted(artifacts.items()):
        whole.update(f"{hashlib.sha256(content).hexdigest()} {name}\n".encode())
    return whole.hexdigest()


def _drawn(labels: NDArray[np.generic], seed: int, share: float) -> _Rows:
    parts = [_by_hash(rows, f"share {seed}") for rows in _strata(labels)]
    return np.concatenate([rows[: max(1, round(share * len(rows)))] for rows in parts])


def _strata(labels: NDArray[np.generic]) -> Iterator[_Rows]:
    """Rows that stand for each other: of one class, or near each other."""
    if labels.dtype.kind in "iub":
        for label in np.unique(labels):
            yield np.flatnonzero(labels == label)
    else:
        for start in range(0, len(labels), _STRETCH):
            yield np.arange(start, min(start + _STRETCH, len(labels)))


def _by_hash(rows: _Rows, words: str) -> _Rows:
    return np.array(sorted(rows.tolist(), key=lambda row: _hash(words, row)), dtype=np.int64)


def _hash(words: str, row: int) -> bytes:
    return hashlib.sha256(f"{words} {row}".encode()).digest()


def _has_rows(name: str) -> bool:
    return name == _LABELS or name.startswith(_INPUTS)
