"""Folds readings of the clocks into elapsed seconds, and says what the clocks did meanwhile.

Within one start of the machine the monotonic clock alone counts: it goes on while the machine
sleeps and nobody can set it. Across a restart only the system clock is left.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from etude.domain.sitting import Reading

# Below this, two clocks that are kept in step by a network differ by themselves.
CHANGED_SECONDS = 5.0


class ClockNews(StrEnum):
    CHANGED = "changed"  # the system clock was set; it did not count
    RESTARTED = "restarted"  # the machine was restarted; the system clock counted
    BACKWARDS = "backwards"  # restarted, and the system clock was behind: nothing counted


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockNote:
    """Something that the clocks did between two readings.

    Attributes:
      at: the later reading of the system clock.
      seconds: by how much it was set (negative: back), or how long the gap counts.
    """

    news: ClockNews
    at: datetime
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Attributes: seconds: that passed between two readings, never negative; note: or None."""

    seconds: float
    note: ClockNote | None = None


def passed(earlier: Reading, later: Reading) -> Passed:
    """What passed from one reading to the next of the same sitting."""
    if not same_start(earlier, later):
        return _across_a_restart(earlier, later)
    counted = max(0.0, later.monotonic - earlier.monotonic)
    set_by = _wall(earlier, later) - (later.monotonic - earlier.monotonic)
    if abs(set_by) < CHANGED_SECONDS:
        return Passed(seconds=counted)
    note = ClockNote(news=ClockNews.CHANGED, at=later.wall, seconds=set_by)
    return Passed(seconds=counted, note=note)


def same_start(earlier: Reading, later: Reading) -> bool:
    """Whether the machine was not restarted between them, as far as can be told."""
    if earlier.boot or later.boot:
        return earlier.boot == later.boot
    # Two processes that write at once may write their readings in the other order.
    return later.monotonic > earlier.monotonic - CHANGED_SECONDS


def _across_a_restart(earlier: Reading, later: Reading) -> Passed:
    seconds = _wall(earlier, later)
    news = ClockNews.RESTARTED if seconds >= 0 else ClockNews.BACKWARDS
    note = ClockNote(news=news, at=later.wall, seconds=seconds)
    return Passed(seconds=max(0.0, seconds), note=note)


def _wall(earlier: Reading, later: Reading) -> float:
    return (later.wall - earlier.wall).total_seconds()
