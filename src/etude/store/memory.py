"""A store that forgets when the process ends; for tests and for when nothing can be written."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from etude.store.records import Attempt, Standing


class MemoryStore:
    """Keeps attempts in lists."""

    def __init__(self) -> None:
        self._attempts: list[Attempt] = []
        self._hints: list[tuple[str, str, int]] = []
        self._solutions: set[tuple[str, str]] = set()

    def add_attempt(self, attempt: Attempt) -> None:
        self._attempts.append(attempt)

    def attempts(self, learner: str, exercise: str, *, limit: int = 20) -> Sequence[Attempt]:
        found = [a for a in self._of(learner) if a.submission.exercise == exercise]
        return sorted(found, key=lambda attempt: attempt.at)[::-1][:limit]

    def standings(self, learner: str) -> Mapping[str, Standing]:
        touched = {attempt.submission.exercise for attempt in self._of(learner)}
        touched |= {exercise for who, exercise, _ in self._hints if who == learner}
        touched |= {exercise for who, exercise in self._solutions if who == learner}
        return {exercise: self._standing(learner, exercise) for exercise in sorted(touched)}

    def add_hint(self, learner: str, exercise: str, number: int, *, at: datetime) -> None:
        self._hints.append((learner, exercise, number))

    def add_solution_seen(self, learner: str, exercise: str, *, at: datetime) -> None:
        self._solutions.add((learner, exercise))

    def close(self) -> None:
        """Nothing to let go of."""

    def _of(self, learner: str) -> list[Attempt]:
        return [attempt for attempt in self._attempts if attempt.learner == learner]

    def _standing(self, learner: str, exercise: str) -> Standing:
        made = [a for a in self._of(learner) if a.submission.exercise == exercise]
        shown = [n for who, what, n in self._hints if (who, what) == (learner, exercise)]
        return Standing(
            exercise=exercise,
            attempts=len(made),
            passed=any(attempt.report.passed for attempt in made),
            points=max((attempt.report.points for attempt in made), default=0),
            of=max((attempt.report.of for attempt in made), default=0),
            last_at=max((attempt.at for attempt in made), default=None),
            hints=max(shown, default=0),
            solution_seen=(learner, exercise) in self._solutions,
        )
