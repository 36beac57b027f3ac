"""How much was done on each of the last days."""

from datetime import UTC, datetime, timedelta, timezone

from etude.domain.history import Deed, Event
from etude.progress.days import last_days

NOW = datetime(2026, 5, 4, 1, 0, tzinfo=timezone(timedelta(hours=2)))


def tried(at: datetime, *, passed: bool = False) -> Event:
    return Event(exercise="a/b", at=at, deed=Deed.TRIED, passed=passed)


def test_every_day_is_there_today_last() -> None:
    days = last_days([], now=NOW, days=3)

    assert [str(one.day) for one in days] == ["2026-05-02", "2026-05-03", "2026-05-04"]
    assert {(one.tried, one.passed) for one in days} == {(0, 0)}


def test_tries_count_on_the_day_that_it_is_here() -> None:
    before_midnight_in_london = datetime(2026, 5, 3, 22, 30, tzinfo=UTC)

    days = last_days([tried(before_midnight_in_london, passed=True)], now=NOW, days=2)

    assert [(one.tried, one.passed) for one in days] == [(0, 0), (1, 1)]


def test_hints_and_what_is_older_count_nothing() -> None:
    events = [Event(exercise="a/b", at=NOW, deed=Deed.HINT), tried(NOW - timedelta(days=9))]

    assert sum(one.tried for one in last_days(events, now=NOW, days=7)) == 0
