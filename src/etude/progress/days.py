"""How much was done on each of the last days."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from etude.domain.history import Deed, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Attributes: tried: how many programs were judged; passed: how many of them passed."""

    day: date
    tried: int
    passed: int


def last_days(history: Iterable[Event], *, now: datetime, days: int) -> Sequence[Day]:
    """Every one of the last ``days`` in the zone of ``now``, today last."""
    tried: Counter[date] = Counter()
    passed: Counter[date] = Counter()
    for event in history:
        if event.deed is Deed.TRIED:
            on = event.at.astimezone(now.tzinfo).date()
            tried[on] += 1
            passed[on] += event.passed
    wanted = [now.date() - timedelta(days=ago) for ago in reversed(range(days))]
    return [Day(day=one, tried=tried[one], passed=passed[one]) for one in wanted]
