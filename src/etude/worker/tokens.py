"""Text and rows of token numbers: how long, padded at which end, repeated by labels or not."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from etude.domain.patterns import Tokens
from etude.worker.one_hot import class_numbers
from etude.worker.tensors import to_numpy

_MOST_ROWS = 512
_FEWEST_ROWS = 4
_FEWEST_TOKENS = 3
_FEWEST_DISTINCT = 4
_AXES_OF_STEPS, _FEWEST_LENGTHS = 3, 3
# Sentences begin anew between rows, and other rows may come in between.
_MOSTLY = 0.5
# Two zeros in a row at an end: a single one may be a token of the sentence.
_LEAST_PADDING = 2
_PUNCTUATION = re.compile(r"""[!"#$%&()*+,\-./:;<=>?@\[\\\]^_`{|}~']""")


def describe_tokens(element: Any) -> Tokens | None:
    """What the values of (inputs, labels), or of inputs alone, show; None when it is nothing.

    Args:
      element: inputs of whole numbers from 0 on (N, T), sequences (N, T, F) whose padding is steps
        of zeros, or text (N,) or (N, 1); labels of any kind.
    """
    paired = isinstance(element, tuple | list) and len(element) >= 2
    x = element[0] if isinstance(element, tuple | list) else element
    rows = _rows(x)
    if rows is None:
        return _of_text(x) or _of_steps(x)
    first, last = _zeros_at_start(rows), _zeros_at_start(rows[:, ::-1])
    count = (rows == 0).sum(axis=1)
    empty = count == rows.shape[1]
    padded = _padded_end(first[~empty], last[~empty], count[~empty])
    labels_are = _repeated(rows, element[1]) if paired else ""
    filler, filled = (0, np.zeros(len(rows))) if padded else _filler(rows)
    if not padded and not empty.any() and not labels_are and not filler:
        return None
    at_end = {"first": first, "last": last}.get(padded, filled)
    return Tokens(
        padded=padded,
        filler=filler,
        share=float((at_end > 0).mean()),
        empty=int(empty.sum()),
        labels_are=labels_are,
    )


def _of_steps(value: Any) -> Tokens | None:
    """Sequences of features, filled up at their end to the longest: they are of several lengths."""
    if not hasattr(value, "dtype") or len(getattr(value, "shape", ())) != _AXES_OF_STEPS:
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if (
        array.ndim != _AXES_OF_STEPS
        or array.dtype.kind not in "iuf"
        or array.shape[1] < _FEWEST_TOKENS
    ):
        return None
    there = (array != 0).any(axis=2)
    kept = there[there.any(axis=1)]
    last = _zeros_at_start(kept[:, ::-1])
    padded = _padded_end(last * 0, last, (~kept).sum(axis=1))
    if padded != "last" or len(np.unique(last)) < _FEWEST_LENGTHS:
        return None
    empty = len(there) - len(kept)
    filled = int((last > 0).sum()) + empty
    return Tokens(padded=padded, share=filled / len(there), empty=empty)


def word_counts(texts: np.ndarray) -> list[int]:
    """The lowest, middle and highest number of words of some of these texts."""
    flat = texts.ravel()
    counts = sorted(_words(text) for text in flat[:: max(1, len(flat) // _MOST_ROWS)])
    return [counts[0], counts[len(counts) // 2], counts[-1]]


def unknown_share(texts: Sequence[str], vocabulary: Sequence[str]) -> tuple[float, int]:
    """Which part of the words of some of these texts a vocabulary lacks, and how many it holds.

    Words are those of "lower_and_strip_punctuation" and "whitespace".
    """
    known = set(vocabulary)
    words = _plain_words(texts)
    return sum(word not in known for word in words) / max(1, len(words)), len(known)


def different_words(texts: Sequence[str]) -> int:
    """How many different words these texts have; 0 where they are too many to read all of them."""
    return len(set(_plain_words(texts))) if len(texts) <= _MOST_ROWS else 0


def _plain_words(texts: Sequence[str]) -> list[str]:
    some = texts[:: max(1, len(texts) // _MOST_ROWS)]
    return [word for text in some for word in _PUNCTUATION.sub("", text.lower()).split()]


def _of_text(value: Any) -> Tokens | None:
    shape: Sequence[int] = getattr(value, "shape", ())
    if not hasattr(value, "dtype") or len(shape) not in (1, 2) or list(shape[1:]) not in ([], [1]):
        return None
    texts = to_numpy(value[:_MOST_ROWS]).ravel()
    if texts.dtype.kind not in "OSU" or not len(texts):
        return None
    return Tokens(
        words=word_counts(texts), empty=sum(_words(text) == 0 for text in texts), share=0.0
    )


def _words(text: Any) -> int:
    return len(text.split()) if isinstance(text, str | bytes) else 0


def _rows(value: Any) -> np.ndarray | None:
    if not hasattr(value, "dtype") or len(getattr(value, "shape", ())) != 2:
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if array.ndim != 2 or array.dtype.kind not in "iuf" or array.shape[1] < _FEWEST_TOKENS:
        return None
    if not len(array) or not (array == np.round(array)).all() or array.min() < 0:
        return None
    return array


def _zeros_at_start(rows: np.ndarray) -> np.ndarray:
    """How many zeros each row begins with."""
    return np.asarray((np.cumsum(rows != 0, axis=1) == 0).sum(axis=1))


def _padded_end(first: np.ndarray, last: np.ndarray, count: np.ndarray) -> str:
    """The end at which all zeros of every row stand."""
    for name, at_end in (("last", last), ("first", first)):
        if len(count) and (at_end == count).all() and (count >= _LEAST_PADDING).any():
            return name
    return ""


def _filler(rows: np.ndarray) -> tuple[int, np.ndarray]:
    """The number other than zero that stands at the end of most rows, and nowhere else in any, and
    how often it stands there; 0 and zeros without one.
    """
    numbers, counts = np.unique(rows[:, -1], return_counts=True)
    number = int(numbers[counts.argmax()])
    there = rows == number
    last = _zeros_at_start(rows[:, ::-1] - number)
    longer = (last >= _LEAST_PADDING).mean() >= _MOSTLY
    if number == 0 or not longer or last.max() == rows.shape[1]:
        return 0, np.zeros(len(rows))
    alone = (there.sum(axis=1) == last).all()
    return (number, last) if alone else (0, np.zeros(len(rows)))


def _repeated(rows: np.ndarray, labels: Any) -> str:
    if not hasattr(labels, "dtype") or len(rows) < _FEWEST_ROWS:
        return ""
    given = class_numbers(to_numpy(labels[: len(rows)]))
    given = given[..., 0] if given.ndim > 1 and given.shape[-1] == 1 else given
    if given.dtype.kind not in "iuf" or len(np.unique(rows[:, -1])) < _FEWEST_DISTINCT:
        return ""
    if given.shape == rows.shape and (given == rows).all():
        return "inputs"
    if given.shape != rows.shape[:1]:
        return ""
    if (given == rows[:, -1]).all():
        return "last token"
    return "next token" if _come_next(rows, given) else ""


def _come_next(rows: np.ndarray, labels: np.ndarray) -> bool:
    """Whether the row that follows is the same one moved on by its label."""
    moved = (rows[1:, :-1] == rows[:-1, 1:]).all(axis=1) & (rows[1:, -1] == labels[:-1])
    return len(np.unique(labels)) >= _FEWEST_DISTINCT and bool(moved.mean() >= _MOSTLY)
