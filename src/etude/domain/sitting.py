"""One person's timed run of a paper: what its start settled, and the journal of its events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from etude.domain.exam import Blueprint, Paper

NO_QUESTION = 0
FIRST_EVENT = 1
EXERCISES = "exercises"  # in the detail of a queued event: their ids, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the machine's clocks showed at one moment.

    Attributes:
      wall: the system clock, with its zone; anybody may change it.
      monotonic: seconds of a clock that nobody can set and that goes on while the machine sleeps.
      boot: which start of the machine ``monotonic`` counts from; "" where that cannot be told.
    """

    wall: datetime
    monotonic: float
    boot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowances:
    """What this sitting has beyond its blueprint: extra minutes, and whether it may be paused."""

    extra_minutes: int = 0
    pauses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Settled when it starts; everything later is in its events.

    Attributes:
      id: hexadecimal digits.
      blueprint: the whole plan, so that one changed later does not change this sitting.
      workspace: absolute path of its folder; etude: the version that began it.
      pack: SHA-256 of the pack of hidden sets that marks it; "" for the installed ones.
    """

    id: str
    learner: str
    blueprint: Blueprint
    paper: Paper
    workspace: str
    etude: str
    allowances: Allowances = field(default_factory=Allowances)
    pack: str = ""

    @property
    def seconds(self) -> float:
        """How long it lasts, without pauses."""
        return 60.0 * (self.blueprint.minutes + self.allowances.extra_minutes)


class SittingDeed(StrEnum):
    STARTED = "started"
    SAVED = "saved"  # files of a question were found changed, and kept
    RAN = "ran"  # the program of a question was run in the sandbox
    SUBMITTED = "submitted"
    MARKED = "marked"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOCK = "clock"  # only a reading, so that little is unknown if the machine stops
    FINISHED = "finished"
    REMARKED = "remarked"  # after the sitting; the old mark stays
    APPEALED = "appealed"
    QUEUED = "queued"  # by the review: exercises to be practised next


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingEvent:
    """One line of a sitting's journal.

    Attributes:
      sitting: its id; number: counted from 1, unique within the sitting.
      question: the number that it is about, 0 when it is about the sitting.
      files: path relative to the question's folder -> SHA-256 of the content.
      detail: what else belongs to the deed, as JSON has it.
    """

    sitting: str
    number: int
    deed: SittingDeed
    reading: Reading
    question: int = NO_QUESTION
    files: Mapping[str, str] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)
