"""Learners that are simulated: what they do with an exercise follows from what they know.

A learner knows a skill with a probability that falls with the days since it was practised, as
``exp(-days / strength)``; each practice makes the memory of it stronger.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etude.domain.exercise import Exercise, Kind
from etude.domain.history import Deed, Event
from etude.domain.skills import SKILLS
from etude.progress.learner import Learner, learner_at
from etude.progress.plan import Choice, choose

MORNING = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
SECTIONS = ("Building and training models", "Images", "Data preparation")


def curriculum() -> Mapping[str, Exercise]:
    """One exercise for each skill of three sections; harder ones ask for more before them."""
    taken = [skill for skill in SKILLS.values() if skill.section in SECTIONS]
    made = [_exercise(skill.id, level=_depth(skill.id)) for skill in taken]
    return {exercise.id: exercise for exercise in made}


def _depth(skill: str) -> int:
    return min(5, 1 + max((_depth(name) for name in SKILLS[skill].prerequisites), default=0))


def _exercise(skill: str, *, level: int) -> Exercise:
    name = f"all/{skill.replace('-', '_')}"
    return Exercise(
        id=name, title=name, summary="", skills=(skill,), kind=Kind.BUILD, level=level,
        minutes=20, folder=Path(),
    )  # fmt: skip


@dataclass(kw_only=True)
class Simulated:
    """Attributes:
    talent: chance to be right at once with what is new.
    first_strength: days that a memory lasts at first; growth: by what a practice multiplies it.
    """

    talent: float
    first_strength: float
    growth: float
    per_day: int = 2
    seed: int = 0
    history: list[Event] = field(default_factory=list)
    chosen: list[tuple[Learner, Choice]] = field(default_factory=list)
    _strength: dict[str, float] = field(default_factory=dict)
    _practised: dict[str, datetime] = field(default_factory=dict)

    def knows(self, skill: str, now: datetime) -> float:
        """The true chance that the skill is remembered."""
        if skill not in self._practised:
            return 0.0
        days = (now - self._practised[skill]) / timedelta(days=1)
        return math.exp(-days / self._strength[skill])

    def live(self, exercises: Mapping[str, Exercise], *, days: int, reviews: bool = True) -> None:
        """Does what the plan says; without ``reviews`` only what is new."""
        rng = random.Random(self.seed)
        for day in range(days):
            for part in range(self.per_day):
                now = MORNING + timedelta(days=day, hours=2 * part)
                learner = learner_at(self.history, exercises, now=now)
                passed = () if reviews else learner.passed
                choice = choose(learner, skip=passed)
                if choice is not None:
                    self.chosen.append((learner, choice))
                    self.history.extend(self._work(choice, now, rng))

    def _work(self, choice: Choice, now: datetime, rng: random.Random) -> Iterator[Event]:
        skills = choice.exercise.skills
        chance = min(max(self.knows(skill, now), self.talent) for skill in skills)
        tries = 1 if rng.random() < chance else rng.randint(3, 9)
        for number in range(1, tries + 1):
            at = now + timedelta(minutes=5 * number)
            if number in (4, 6):
                yield self._event(choice, at, Deed.HINT, number=number // 2 - 1)
            yield self._event(choice, at, Deed.TRIED, passed=number == tries)
        for skill in skills:
            grown = self._strength.get(skill, self.first_strength / self.growth) * self.growth
            self._strength[skill] = grown
            self._practised[skill] = now

    def _event(
        self, choice: Choice, at: datetime, deed: Deed, *, passed: bool = False, number: int = 0
    ) -> Event:
        return Event(
            exercise=choice.exercise.id, at=at, deed=deed, seed=choice.seed, passed=passed,
            number=number,
        )  # fmt: skip

    def mean_knowledge(self, skills: Sequence[str], now: datetime) -> float:
        return sum(self.knows(skill, now) for skill in skills) / len(skills)


def fast() -> Simulated:
    return Simulated(talent=0.97, first_strength=60.0, growth=2.5)


def slow() -> Simulated:
    return Simulated(talent=0.35, first_strength=20.0, growth=1.8)


def forgetful() -> Simulated:
    return Simulated(talent=0.3, first_strength=6.0, growth=2.0)
