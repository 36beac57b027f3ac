"""A store that forgets when the process ends; for tests and for when nothing can be written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from etude.domain.history import Deed, Event
from etude.domain.seen import Seen
from etude.domain.sitting import Sitting, SittingEvent
from etude.store.let_go import let_go
from etude.store.records import Attempt, Brief, Standing, queued_by, tried


class MemoryStore:
    """Keeps attempts in lists."""

    def __init__(self) -> None:
        self._attempts: list[Attempt] = []
        self._seen: dict[int, Seen] = {}
        self._shown: list[tuple[str, Event]] = []
        self._sittings: dict[str, Sitting] = {}
        self._events: dict[str, dict[int, SittingEvent]] = {}

    def add_attempt(self, attempt: Attempt, *, seen: Seen | None = None) -> int:
        number = len(self._attempts) + 1
        self._attempts.append(replace(attempt, number=number))
        if seen is not None:
            self._seen[number] = seen
            self._let_go(attempt)
        return number

    def attempt(self, learner: str, number: int) -> Attempt | None:
        return next((one for one in self._of(learner) if one.number == number), None)

    def seen(self, learner: str, number: int) -> Seen | None:
        return self._seen.get(number) if self.attempt(learner, number) else None

    def attempts(self, learner: str, exercise: str, *, limit: int = 20) -> Sequence[Attempt]:
        found = [a for a in self._of(learner) if a.submission.exercise == exercise]
        return sorted(found, key=lambda attempt: attempt.at)[::-1][:limit]

    def newest(
        self, learner: str, *, limit: int = 50, before: int = 0, exercise: str = ""
    ) -> Sequence[Brief]:
        found = [
            _brief(a)
            for a in self._of(learner)
            if (not before or a.number < before)
            and (not exercise or a.submission.exercise == exercise)
        ]
        return found[::-1][:limit]

    def growth(self, learner: str) -> int:
        return len(self.history(learner))

    def standings(self, learner: str) -> Mapping[str, Standing]:
        touched = {event.exercise for event in self._practised(learner)}
        return {exercise: self._standing(learner, exercise) for exercise in sorted(touched)}

    def history(self, learner: str, *, exercise: str = "") -> Sequence[Event]:
        queued = [
            event
            for sitting in self.sittings(learner)
            for one in self.sitting_events(sitting.id)
            for event in queued_by(one)
        ]
        found = [
            event
            for event in (*self._practised(learner), *queued)
            if not exercise or event.exercise == exercise
        ]
        return sorted(found, key=lambda event: event.at)

    def add_hint(
        self, learner: str, exercise: str, number: int, *, at: datetime, seed: int = 0
    ) -> None:
        event = Event(exercise=exercise, at=at, deed=Deed.HINT, seed=seed, number=number)
        self._shown.append((learner, event))

    def add_solution_seen(
        self, learner: str, exercise: str, *, at: datetime, seed: int = 0
    ) -> None:
        event = Event(exercise=exercise, at=at, deed=Deed.SOLUTION, seed=seed)
        self._shown.append((learner, event))

    def add_sitting(self, sitting: Sitting, started: SittingEvent) -> None:
        self._sittings[sitting.id] = sitting
        self._events[sitting.id] = {started.number: started}

    def sitting(self, sitting_id: str) -> Sitting | None:
        return self._sittings.get(sitting_id)

    def sittings(self, learner: str) -> Sequence[Sitting]:
        found = [sitting for sitting in self._sittings.values() if sitting.learner == learner]
        return sorted(found, key=self._started_at)

    def add_sitting_event(self, event: SittingEvent) -> bool:
        return self._events[event.sitting].setdefault(event.number, event) is event

    def sitting_events(self, sitting_id: str, *, after: int = 0) -> Sequence[SittingEvent]:
        kept = sorted(self._events.get(sitting_id, {}).items())
        return [event for number, event in kept if number > after]

    def close(self) -> None:
        """Nothing to let go of."""

    def _practised(self, learner: str) -> Sequence[Event]:
        shown = [event for who, event in self._shown if who == learner]
        return [*map(tried, self._of(learner)), *shown]

    def _started_at(self, sitting: Sitting) -> datetime:
        return min(self._events[sitting.id].items())[1].reading.wall

    def _let_go(self, attempt: Attempt) -> None:
        made = self._of(attempt.learner)
        same = [one for one in made if one.submission.exercise == attempt.submission.exercise]
        for number in let_go([_brief(one) for one in same if one.number in self._seen]):
            del self._seen[number]

    def _of(self, learner: str) -> list[Attempt]:
        return [attempt for attempt in self._attempts if attempt.learner == learner]

    def _standing(self, learner: str, exercise: str) -> Standing:
        made = [a for a in self._of(learner) if a.submission.exercise == exercise]
        shown = [
            event for who, event in self._shown if (who, event.exercise) == (learner, exercise)
        ]
        return Standing(
            exercise=exercise,
            attempts=len(made),
            passed=any(attempt.report.passed for attempt in made),
            points=max((attempt.report.points for attempt in made), default=0),
            of=max((attempt.report.of for attempt in made), default=0),
            last_at=max((attempt.at for attempt in made), default=None),
            hints=max((event.number for event in shown), default=0),
            solution_seen=any(event.deed is Deed.SOLUTION for event in shown),
        )


def _brief(attempt: Attempt) -> Brief:
    return Brief(
        number=attempt.number,
        exercise=attempt.submission.exercise,
        at=attempt.at,
        seed=attempt.submission.seed,
        passed=attempt.report.passed,
        points=attempt.report.points,
        of=attempt.report.of,
    )
