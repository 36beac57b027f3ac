"""Clocks that a test moves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from etude.domain.sitting import Reading, Sitting

Begin = Callable[..., Sitting]


class Clocks:
    """Both clocks of a machine, which a test moves."""

    def __init__(self) -> None:
        self.wall = datetime.now(UTC)
        self.monotonic = 1000.0
        self.boot = "one"

    def __call__(self) -> Reading:
        return Reading(wall=self.wall, monotonic=self.monotonic, boot=self.boot)

    def pass_minutes(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)
        self.monotonic += 60 * minutes
