"""A value holds the numbers, or the words, that are asked for."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of float32 numbers that are written down with four digits.
_ROUNDING = 1e-4
# Padding is told by its first and last values.
_LONG_END = 8


class ReturnsArray(Check, frozen=True, kw_only=True):
    """Attributes:
    of: what gives the values: a tensor, an array, a list.
    asked: what the function, layer or model that ``of`` gives is called on; None takes it as it is.
    equals: the true ones, as nested lists of numbers or of words.
    same_as: what the values must be the same as, in the place of ``equals``.
    what: what they are, for messages: "the numbers of the words".
    within: how far off a number may be.
    attempt: what to try when they differ.
    """

    of: Value
    what: str
    equals: list[Any] = []
    same_as: Value = None
    asked: Value = None
    within: float = _ROUNDING
    attempt: str = ""

    @property
    def title(self) -> str:
        return f"{self.of} gives {self.what}"

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        if self.asked is not None:
            with live.learner():
                value = value(live.value(self.asked))
        facts = {"type": type(value).__name__, "values": _plain(live, value)}
        if self.same_as is not None:
            facts["wanted"] = _plain(live, live.value(self.same_as))
        return facts

    def judge(self, facts: Facts) -> Verdict:
        wanted = np.asarray(facts.get("wanted") or self.equals)
        if facts["values"] is None:
            return self.failed(
                expected=f"{self.of} gives {self.what}: values of shape {wanted.shape}",
                received=f"an object of class {facts['type']}",
                attempt="return a tensor or an array whose rows have one length",
            )
        came = np.asarray(facts["values"])
        if came.shape != wanted.shape:
            return self._differs(f"shape {wanted.shape}", f"shape {came.shape}")
        if came.dtype.kind != wanted.dtype.kind and "U" in (came.dtype.kind, wanted.dtype.kind):
            return self._differs(_row(wanted), _row(came))
        wrong = np.argwhere(_apart(came, wanted, self.within))
        if not len(wrong):
            return self.passed()
        row = tuple(int(one) for one in wrong[0][:-1])  # the last axis is told whole
        place = f"in row {', '.join(map(str, row))}: " if row else ""
        return self._differs(place + _row(wanted[row]), place + _row(came[row]))

    def _differs(self, wanted: str, came: str) -> Verdict:
        return self.failed(
            expected=f"{self.of} gives {self.what}, {wanted}", received=came, attempt=self.attempt
        )


def _plain(live: Live, value: Any) -> Any:
    """Nested lists of numbers or words; None for what is no array of one type."""
    try:
        array = live.np.asarray(value)
    except (ValueError, TypeError):
        return None
    if array.dtype.kind == "O" or array.dtype.kind == "S":
        words = [_word(one) for one in array.ravel()]
        if None in words:
            return None
        array = live.np.array(words, dtype=str).reshape(array.shape)
    return array.tolist() if array.ndim else None


def _word(value: Any) -> str | None:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else None


def _apart(came: Any, wanted: Any, within: float) -> Any:
    if wanted.dtype.kind == "U":
        return came != wanted
    return ~(np.abs(came.astype(np.float64) - wanted.astype(np.float64)) <= within)


def _row(values: Any) -> str:
    """A row as Python writes it, numbers with four digits; a long end of one value is cut."""
    row = np.asarray(values)
    if row.dtype.kind == "f":
        row = np.round(row.astype(np.float64), 4)
    kept = _before_the_end(row)
    if len(row.ravel()) - kept < _LONG_END or row.ndim != 1:
        return str(row.tolist())
    shown = [repr(value) for value in row[: kept + 2].tolist()]
    return f"[{', '.join([*shown, '...', repr(row[-1].item())])}]"


def _before_the_end(row: Any) -> int:
    """How many values stand before those at the end that are all alike."""
    if row.ndim != 1 or not len(row):
        return 0
    others = np.flatnonzero(row != row[-1])
    return int(others[-1]) + 1 if len(others) else 0
