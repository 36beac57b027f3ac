"""A function gives the right answer for each of several cases."""

from typing import Any

import msgspec

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One question.

    Attributes:
      of: the call; answer: what it must give.
      told: what the case is, for messages: "a loss that turns to NaN".
    """

    of: Value
    answer: str | int | float | bool
    told: str


class TellsApart(Check, frozen=True, kw_only=True):
    """Attributes:
    cases: the questions, each with its answer.
    what: what is told apart, for the title.
    within: how far off an answer that is a number may be.
    """

    cases: tuple[Case, ...]
    what: str
    within: float = 1e-6

    @property
    def title(self) -> str:
        return f"tells {self.what} from each other"

    def probe(self, live: Live) -> Facts:
        return {"answers": [_plain(live, live.value(case.of)) for case in self.cases]}

    def judge(self, facts: Facts) -> Verdict:
        for case, answer in zip(self.cases, facts["answers"], strict=True):
            if not self._is_right(case.answer, answer):
                right = sum(map(self._is_right, (c.answer for c in self.cases), facts["answers"]))
                return self.failed(
                    expected=f"{case.answer!r} for {case.told}",
                    received=f"{answer!r}; {right} of {len(self.cases)} cases are right",
                    attempt="write this case down as a list of numbers, and go through your "
                    "function with it line by line",
                )
        return self.passed()

    def _is_right(self, wanted: Any, answer: Any) -> bool:
        numbers = isinstance(wanted, int | float) and isinstance(answer, int | float)
        if numbers and not isinstance(wanted, bool):
            return bool(abs(wanted - answer) <= self.within)
        return bool(wanted == answer)


def _plain(live: Live, answer: Any) -> Any:
    """The answer as JSON can hold it; an array or tensor of one element as that element."""
    try:
        found = answer if answer is None else live.np.asarray(answer).reshape(()).item()
    except (TypeError, ValueError):
        found = answer
    plain = isinstance(found, str | int | float | bool | None)
    return found if plain else f"an object of class {type(answer).__name__}"
