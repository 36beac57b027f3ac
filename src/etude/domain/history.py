"""What a learner has done, as far as it tells what they can do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    TRIED = "tried"  # sent a program, and was judged
    HINT = "hint"  # was shown a hint
    SOLUTION = "solution"  # was shown the solution before a pass
    QUEUED = "queued"  # by the review of an exam, to be practised next


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Attributes:
    at: when, a time with its zone.
    seed: of the exercise's variant; 0 for the exercise as it stands.
    passed: of what was tried; number: of the hint.
    """

    exercise: str
    at: datetime
    deed: Deed
    seed: int = 0
    passed: bool = False
    number: int = 0
