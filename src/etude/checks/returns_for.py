"""A function returns what it should for given arguments."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Call
from etude.domain.verdict import Verdict

Plain = str | int | float | bool | None
_LONGEST = 200


class ReturnsFor(Check, frozen=True, kw_only=True):
    """Attributes:
    calls: the function with different arguments; equals: what each must return.
    does: the title.
    """

    calls: tuple[Call, ...]
    equals: tuple[Plain, ...]
    does: str

    @property
    def title(self) -> str:
        return self.does

    def probe(self, live: Live) -> Facts:
        return {"gave": [_plain(live.value(call)) for call in self.calls]}

    def judge(self, facts: Facts) -> Verdict:
        for call, wanted, came in zip(self.calls, self.equals, facts["gave"], strict=True):
            if came != wanted:
                return self.failed(expected=f"{call} returns {wanted!r}", received=repr(came))
        return self.passed()


def _plain(value: Any) -> Plain:
    """Numbers of NumPy's as Python's; of anything else how it is written."""
    value = value.item() if hasattr(value, "item") else value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return repr(value)[:_LONGEST]
