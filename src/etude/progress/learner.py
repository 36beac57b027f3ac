"""What can be told about a learner at one moment, from what they have done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from etude.domain.exercise import Exercise
from etude.domain.history import Deed, Event
from etude.progress.credit import credit
from etude.progress.mastery import mastery
from etude.progress.memory import Memory, memories
from etude.progress.rounds import Round, rounds_of

# Passed as good as at once and alone: time for something harder.
CLEAN = 0.8
_RECENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Attributes:
    rounds: in the order in which they ended.
    mastery: by skill, 0 to 1; memories: by skill, for those that were practised.
    queued: what the reviews of exams have queued and was not passed since, in order.
    """

    now: datetime
    exercises: Mapping[str, Exercise]
    rounds: Sequence[Round]
    mastery: Mapping[str, float]
    memories: Mapping[str, Memory]
    queued: Sequence[Event] = ()

    @property
    def passed(self) -> set[str]:
        """Ids of the exercises that were ever passed."""
        return {found.exercise for found in self.rounds if found.passed}

    @property
    def unfinished(self) -> Sequence[Round]:
        """Rounds that have not passed, the one touched last first."""
        return [found for found in self.rounds[::-1] if not found.passed]

    @property
    def due(self) -> Sequence[str]:
        """Skills that should be practised again by now, the most forgotten first."""
        due = [skill for skill, memory in self.memories.items() if memory.due_at <= self.now]
        return sorted(due, key=lambda skill: (self.memories[skill].recall, skill))

    @property
    def next_due_at(self) -> datetime | None:
        """When the next skill falls due, None when nothing was practised."""
        return min((memory.due_at for memory in self.memories.values()), default=None)

    def next_seed(self, exercise: str) -> int:
        """Of a variant that has not been passed."""
        seeds = [one.seed for one in self.rounds if one.passed and one.exercise == exercise]
        return max(seeds, default=-1) + 1

    def level(self) -> float:
        """The level that suits: that of what was passed lately, one more where it went well."""
        lately = [
            (self.exercises[found.exercise].level, credit(found))
            for found in self.rounds
            if found.passed and found.exercise in self.exercises
        ][-_RECENT:]
        if not lately:
            return 1.0
        well = sum(worth for _, worth in lately) / len(lately) >= CLEAN
        return sum(level for level, _ in lately) / len(lately) + well


def learner_at(
    history: Iterable[Event], exercises: Mapping[str, Exercise], *, now: datetime
) -> Learner:
    """The learner at ``now``; events of exercises that are not installed tell nothing."""
    known = [event for event in history if event.at <= now and event.exercise in exercises]
    rounds = rounds_of(known)
    remembered = memories(rounds, exercises, now=now)
    return Learner(
        now=now,
        exercises=exercises,
        rounds=rounds,
        mastery=mastery(rounds, exercises, remembered),
        memories=remembered,
        queued=_queued(known),
    )


def _queued(history: Sequence[Event]) -> Sequence[Event]:
    """One event for each exercise, the last that queued it."""
    left: dict[str, Event] = {}
    for event in sorted(history, key=lambda event: event.at):
        if event.deed is Deed.QUEUED:
            left[event.exercise] = event
        elif event.passed:
            left.pop(event.exercise, None)
    return list(left.values())
