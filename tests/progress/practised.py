"""Exercises and events for tests of what a history tells."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from etude.domain.exercise import Exercise, Kind
from etude.domain.history import Deed, Event

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def exercise(
    name: str,
    *skills: str,
    level: int = 1,
    minutes: int = 10,
    prerequisites: tuple[str, ...] = (),
) -> Exercise:
    return Exercise(
        id=name, title=name, summary="", skills=skills, kind=Kind.BUILD, level=level,
        minutes=minutes, folder=Path(), prerequisites=prerequisites,
    )  # fmt: skip


def by_id(*found: Exercise) -> dict[str, Exercise]:
    return {one.id: one for one in found}


def after(*, days: float = 0, minutes: float = 0) -> datetime:
    return NOON + timedelta(days=days, minutes=minutes)


def tried(name: str, at: datetime = NOON, *, passed: bool = False, seed: int = 0) -> Event:
    return Event(exercise=name, at=at, deed=Deed.TRIED, passed=passed, seed=seed)


def passed(name: str, at: datetime = NOON, *, seed: int = 0) -> Event:
    return tried(name, at, passed=True, seed=seed)


def hint(name: str, number: int, at: datetime = NOON) -> Event:
    return Event(exercise=name, at=at, deed=Deed.HINT, number=number)


def solution(name: str, at: datetime = NOON) -> Event:
    return Event(exercise=name, at=at, deed=Deed.SOLUTION)


def queued(name: str, at: datetime = NOON) -> Event:
    return Event(exercise=name, at=at, deed=Deed.QUEUED)
