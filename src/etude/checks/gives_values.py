"""What a program computes are the numbers that are right."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Call, Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

# What is done about the ends of a series differs from one program to the next.
_KNOWN = 0.5
_ALIKE = 0.9


class GivesValues(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a number or an array.
    equals: the right numbers, nested as the array is.
    what: what they are, for messages.
    within: how far off each of them may be.
    wrong: numbers that a known mistake gives, by a name that diagnoses find under ``resembles``;
      a few at the ends may differ.
    """

    of: Value
    equals: Any
    what: str
    within: float = 1e-4
    wrong: dict[str, Any] = {}

    @property
    def title(self) -> str:
        return f"{self.of} gives {self.what}"

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        came = _numbers(live, value)
        if came is None:
            return {"type": type(value).__name__}
        agreeing = (name for name, wrong in self.wrong.items() if self._resemble(came, wrong))
        function = self.of.function if isinstance(self.of, Call) else ""
        return {"came": came, "resembles": next(agreeing, ""), "function": function}

    def judge(self, facts: Facts) -> Verdict:
        right = np.asarray(self.equals, dtype=np.float64)
        if "came" not in facts:
            return self.failed(expected=_kind(right.shape), received=f"a {facts['type']}")
        came = np.asarray(facts["came"])
        if came.shape != right.shape:
            return self.failed(
                expected=_kind(right.shape),
                received=_kind(came.shape),
                attempt="print its shape, and the first and the last of its values",
            )
        if self._agree(came, right):
            return self.passed()
        place = np.unravel_index(int(self._off(came, right).argmax()), right.shape)
        return self.failed(
            expected=f"{self.what}: {_told(right, place)}",
            received=_told(came, place),
            attempt="work this value out by hand from the few numbers that were given",
        )

    def _agree(self, came: Array, wanted: Array) -> bool:
        return came.shape == wanted.shape and not self._off(came, wanted).any()

    def _resemble(self, came: Array, wanted: Any) -> bool:
        """Whether nearly all numbers agree that both know, and they know most of them."""
        wanted = np.asarray(wanted, dtype=np.float64)
        if came.shape != wanted.shape or self._agree(came, np.asarray(self.equals, np.float64)):
            return False
        known = ~(np.isnan(came) | np.isnan(wanted))
        alike = np.abs(came - wanted)[known] <= self.within
        return bool(known.mean() >= _KNOWN and alike.mean() >= _ALIKE)

    def _off(self, came: Array, wanted: Array) -> Array:
        """Where numbers differ; a gap equals a gap."""
        apart = np.abs(came - wanted) > self.within
        return np.asarray(apart | (np.isnan(came) != np.isnan(wanted)))


def _numbers(live: Live, value: Any) -> Array | None:
    """Float64 array of numbers; None for anything else."""
    if value is None or isinstance(value, str | bool | live.tf.data.Dataset):
        return None
    with live.learner():
        try:
            return np.asarray(live.np.asarray(value), dtype=np.float64)
        except (TypeError, ValueError):
            return None


def _kind(shape: tuple[int, ...]) -> str:
    return f"an array of shape {shape}" if shape else "one number"


def _told(values: Array, place: tuple[Any, ...]) -> str:
    where = f"[{', '.join(str(int(i)) for i in place)}] = " if place else ""
    return f"{where}{values[place]:.6g}"
