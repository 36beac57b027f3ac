"""Reads and writes a sitting's journal: one event after the other, whichever process writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from etude.app.exam.exam import Exam
from etude.domain.problem import Problem
from etude.domain.sitting import NO_QUESTION, Sitting, SittingDeed, SittingEvent
from etude.exams.state import Fold, SittingState

_MOST_TRIES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event without its number and reading; fields as in ``SittingEvent``."""

    deed: SittingDeed
    question: int = NO_QUESTION
    files: Mapping[str, str] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)


Decide = Callable[[SittingState], Draft | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """The journal of one sitting."""

    exam: Exam
    sitting: Sitting

    def state(self) -> SittingState:
        """What is true now."""
        now = self.exam.read_clocks()
        return self._fold().state(now)

    def write(self, decide: Decide) -> SittingEvent | None:
        """Writes what ``decide`` makes of the state; None when it wants nothing written.

        It is asked again when another process has written meanwhile, so what it decides is true
        at the moment of writing. What it raises, this raises.
        """
        for _ in range(_MOST_TRIES):
            now = self.exam.read_clocks()
            state = self._fold().state(now)
            draft = decide(state)
            if draft is None:
                return None
            event = SittingEvent(
                sitting=self.sitting.id,
                number=state.events + 1,
                deed=draft.deed,
                reading=now,
                question=draft.question,
                files=draft.files,
                detail=draft.detail,
            )
            if self.exam.store.add_sitting_event(event):
                return event
        raise Problem("Other commands keep writing to this sitting. Wait a moment, and try again.")

    def _fold(self) -> Fold:
        return self.exam.folds.of(self.exam.store, self.sitting)
