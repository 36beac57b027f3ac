"""How much of the time that a profile may take is left."""

import time


class Clock:
    """Counts down from the moment it is made."""

    def __init__(self, seconds: float) -> None:
        self._end = time.perf_counter() + seconds

    @property
    def left(self) -> float:
        """Seconds, 0 when the time is up."""
        return max(0.0, self._end - time.perf_counter())

    def part(self, of: int) -> float:
        """An equal part of what is left, for the next of ``of`` things to do."""
        return self.left / max(1, of)
