"""The judgement of one check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from etude.domain.seen import Confusion


class Status(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"  # a check it depends on did not pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A value on hidden examples, beside what was asked of it.

    Attributes:
      what: "an accuracy"; at_least: larger is better.
      low, high: its 95 % interval over so many examples.
      bars: the values that are worth points, the easiest first.
      confusion: of a classification, which class was taken for which.
    """

    what: str
    value: float
    low: float
    high: float
    bars: Sequence[float]
    examples: int
    at_least: bool = True
    confusion: Confusion | None = None

    def reaches(self, bar: float) -> bool:
        return self.value >= bar if self.at_least else self.value <= bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one check says.

    Attributes:
      check: the check's name, unique within the exercise.
      title: what is asked, as a statement that is true once the check passes.
      expected, received, attempt: what was expected, what came, what to try; empty when passed.
      line: where to look, 0 when the check cannot tell.
      measured: numbers behind the judgement by what they are: {"as it is": 0.40}.
      measurement: of a check with bars, also when it passed.
    """

    check: str
    title: str
    status: Status
    points: int = 0
    of: int = 0
    expected: str = ""
    received: str = ""
    attempt: str = ""
    line: int = 0
    measured: Mapping[str, float] = field(default_factory=dict)
    measurement: Measurement | None = None
