"""The judgement of one check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"  # a check it depends on did not pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one check says.

    Attributes:
      check: the check's name, unique within the exercise.
      title: what is asked, as a statement that is true once the check passes.
      expected, received, attempt: what was expected, what came, what to try; empty when passed.
      line: where to look, 0 when the check cannot tell.
      measured: numbers behind the judgement by what they are: {"as it is": 0.40}.
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
