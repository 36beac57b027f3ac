"""Looking at a call only while it says something new: a loop may make it 100,000 times."""

import sys
from collections import Counter
from types import FrameType

_MOST_PER_PLACE = 24
_MOST_LOOKS = 2000
_ABOVE = 2  # the caller of the wrapper that asks


class Looks:
    """Counts looks per place in the code, and in all."""

    def __init__(self, *, per_place: int = _MOST_PER_PLACE, in_all: int = _MOST_LOOKS) -> None:
        self._per_place = per_place
        self._in_all = in_all
        self._seen: Counter[tuple[object, int]] = Counter()
        self._total = 0

    def is_news(self) -> bool:
        """Whether the wrapper that asks shall look at this call."""
        if self._total >= self._in_all:
            return False
        frame: FrameType = sys._getframe(_ABOVE)
        place = (frame.f_code, frame.f_lasti)
        seen = self._seen[place]
        if seen >= self._per_place:
            return False
        self._seen[place] = seen + 1
        self._total += 1
        return True
