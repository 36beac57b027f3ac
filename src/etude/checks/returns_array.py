"""A value is the array that the statement asks for."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_LONGEST = 40


class ReturnsArray(Check, frozen=True, kw_only=True):
    """Attributes:
    of: an array or a tensor; equals: what it should be, as nested lists.
    what: what it shows, for the title: "a grey circle on white".
    within: how far off each number may be.
    attempt: what to try when it is another one.
    """

    of: Value
    equals: list[Any]
    what: str
    within: float = 1e-3
    attempt: str = ""

    @property
    def title(self) -> str:
        return f"{self.of} is {self.what}"

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        try:
            array = live.np.asarray(value)
        except (TypeError, ValueError):
            return {"came": None, "type": type(value).__name__}
        is_number = array.dtype.kind in "iufb"
        return {"came": array if is_number else None, "type": type(value).__name__}

    def judge(self, facts: Facts) -> Verdict:
        came, wanted = facts["came"], np.asarray(self.equals, dtype=np.float64)
        if came is None or came.shape != wanted.shape:
            return self.failed(
                expected=f"numbers of shape {wanted.shape}: {self.what}",
                received=f"a {facts['type']}" if came is None else f"an array of {came.shape}",
                attempt=self.attempt,
            )
        values = came.astype(np.float64)
        off = np.argwhere(~(np.abs(values - wanted) <= self.within))
        if not len(off):
            return self.passed()
        place = tuple(int(one) for one in off[0])
        return self.failed(
            expected=f"{self.what}: {_told(wanted, place)} at {_place(place)}",
            received=f"{_told(values, place)} there; {len(off)} of {wanted.size} numbers differ",
            attempt=self.attempt,
        )


def _told(values: Any, place: tuple[int, ...]) -> str:
    """The last axis where a picture's colours or a row's few numbers lie, else the number."""
    row = values[place[:-1]]
    text = np.array2string(np.asarray(row), precision=3, separator=", ")
    return text if len(text) <= _LONGEST else f"{values[place]:.4g}"


def _place(place: tuple[int, ...]) -> str:
    return f"[{', '.join(str(one) for one in place[:-1])}]" if len(place) > 1 else f"[{place[0]}]"
