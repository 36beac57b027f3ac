"""The seam between étude and whatever keeps attempts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from etude.domain.history import Event
from etude.domain.problem import Problem
from etude.domain.seen import Seen
from etude.domain.sitting import Sitting, SittingEvent
from etude.store.records import Attempt, Brief, Standing


class StoreProblem(Problem):
    """Attempts cannot be kept or read; the message says why and what to do."""


class Store(Protocol):
    """Keeps attempts; what a method has returned from is kept whatever happens next.

    Every method raises ``StoreProblem`` when the store cannot do its work.
    """

    def add_attempt(self, attempt: Attempt, *, seen: Seen | None = None) -> int:
        """Keeps an attempt with what there was to see of its run; returns its number.

        Earlier attempts at the exercise may lose theirs, see ``etude.store.let_go``.
        """

    def attempt(self, learner: str, number: int) -> Attempt | None:
        """The learner's attempt with this number, None without one."""

    def seen(self, learner: str, number: int) -> Seen | None:
        """What there was to see of that attempt; None when it was not kept."""

    def attempts(self, learner: str, exercise: str, *, limit: int = 20) -> Sequence[Attempt]:
        """The learner's attempts at an exercise, the newest first."""

    def newest(
        self, learner: str, *, limit: int = 50, before: int = 0, exercise: str = ""
    ) -> Sequence[Brief]:
        """The learner's attempts at whatever exercise, or at one, those kept last first; with
        ``before`` only those with lower numbers."""

    def growth(self, learner: str) -> int:
        """Grows with everything that is added to what the learner has done; costs next to nothing.

        Nothing of it is ever changed or taken away, so while this stays the same, so do
        ``history`` and ``standings``.
        """

    def standings(self, learner: str) -> Mapping[str, Standing]:
        """By exercise id, for every exercise that the learner has touched."""

    def history(self, learner: str, *, exercise: str = "") -> Sequence[Event]:
        """Everything the learner has done, or all of it that is about one exercise, in the order
        in which it was kept."""

    def add_hint(
        self, learner: str, exercise: str, number: int, *, at: datetime, seed: int = 0
    ) -> None: ...

    def add_solution_seen(
        self, learner: str, exercise: str, *, at: datetime, seed: int = 0
    ) -> None: ...

    def add_sitting(self, sitting: Sitting, started: SittingEvent) -> None:
        """Keeps a sitting together with the event that starts it."""

    def sitting(self, sitting_id: str) -> Sitting | None: ...

    def sittings(self, learner: str) -> Sequence[Sitting]:
        """The learner's, the oldest first."""

    def add_sitting_event(self, event: SittingEvent) -> bool:
        """Keeps an event; False, and nothing is kept, when its number is taken."""

    def sitting_events(self, sitting_id: str, *, after: int = 0) -> Sequence[SittingEvent]:
        """Those with higher numbers than ``after``, in the order of their numbers."""

    def close(self) -> None:
        """Lets go of files and connections; closing twice is harmless."""
