"""Reads and keeps a learner's attempts; a store that fails never takes a verdict with it."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from etude.app.identity import learner_id
from etude.app.places import Places
from etude.app.until_grown import UntilGrown
from etude.domain.history import Event
from etude.domain.problem import Problem
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.submission import Submission

if TYPE_CHECKING:
    from etude.store.port import Store
    from etude.store.records import Attempt, Brief, Standing

T = TypeVar("T")


def utc_now() -> datetime:
    return datetime.now(UTC)


class Records:
    """A store, opened when first needed, and the learner whose attempts it keeps.

    Args:
      open_store: opens the store; may take a while and may fail.
      learner: finds the learner's id; may fail.

    Attributes:
      problem: why the store could not do what was last asked, by whichever thread; "" when it
        could.
    """

    def __init__(
        self,
        open_store: "Callable[[], Store]",
        learner: Callable[[], str],
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._open_store = open_store
        self._learner = learner
        self._now = now
        self._opening = threading.Lock()
        self._store: Store | None = None
        self._history: UntilGrown[Sequence[Event]] = UntilGrown()
        self._standings: UntilGrown[Mapping[str, Standing]] = UntilGrown()
        self.problem = ""

    def open_soon(self) -> None:
        """Opens the store beside whatever is done next; a failure is told when it is used."""
        threading.Thread(target=self._open_quietly, daemon=True).start()

    def store(self) -> "Store":
        """The store itself, for what must not go on without one.

        Raises:
          Problem: it cannot be opened.
        """
        try:
            return self._opened()
        except OSError as error:
            raise Problem(_cannot_keep(error)) from None

    def learner(self) -> str:
        """Whose attempts are kept.

        Raises:
          Problem: that is not known, and cannot be settled.
        """
        try:
            return self._learner()
        except OSError as error:
            raise Problem(_cannot_keep(error)) from None

    def standings(self) -> "Mapping[str, Standing]":
        """By exercise; empty when the store cannot be read."""
        nothing: Mapping[str, Standing] = {}
        return self._attempt(
            lambda store: self._standings.read(store, self._learner(), store.standings), nothing
        )

    def history(self, *, exercise: str = "") -> "Sequence[Event]":
        """Everything the learner has done, or what is about one exercise; empty when the store
        cannot be read."""
        nothing: Sequence[Event] = ()
        if exercise:
            return self._attempt(
                lambda store: store.history(self._learner(), exercise=exercise), nothing
            )
        return self._attempt(
            lambda store: self._history.read(store, self._learner(), store.history), nothing
        )

    def now(self) -> datetime:
        """The time by which attempts are kept."""
        return self._now()

    def attempts(self, exercise: str, *, limit: int = 20) -> "Sequence[Attempt]":
        """The learner's attempts at an exercise, the newest first; empty when it cannot be read."""
        nothing: Sequence[Attempt] = ()
        return self._attempt(lambda s: s.attempts(self._learner(), exercise, limit=limit), nothing)

    def newest(self, *, limit: int = 50, before: int = 0, exercise: str = "") -> "Sequence[Brief]":
        """The learner's attempts at whatever exercise, or at one, as the store has them; empty
        when it cannot be read."""
        nothing: Sequence[Brief] = ()
        return self._attempt(
            lambda store: store.newest(
                self._learner(), limit=limit, before=before, exercise=exercise
            ),
            nothing,
        )

    def attempt(self, number: int) -> "Attempt | None":
        """The learner's attempt with this number; None without one, or when it cannot be read."""
        return self._attempt(lambda store: store.attempt(self._learner(), number), None)

    def seen(self, number: int) -> Seen | None:
        """What there was to see of that attempt; None when it was not kept or cannot be read."""
        return self._attempt(lambda store: store.seen(self._learner(), number), None)

    def keep(
        self, workspace: str, submission: Submission, report: Report, *, seen: Seen | None = None
    ) -> str:
        """Keeps an attempt; returns why it could not, "" when it could."""
        _, problem = self._ask(lambda s: self._add(s, workspace, submission, report, seen), None)
        self.problem = problem
        return problem

    def keep_hint(self, exercise: str, number: int, *, seed: int = 0) -> None:
        def add(store: "Store") -> None:
            store.add_hint(self._learner(), exercise, number, at=self._now(), seed=seed)

        self._attempt(add, None)

    def keep_solution_seen(self, exercise: str, *, seed: int = 0) -> None:
        def add(store: "Store") -> None:
            store.add_solution_seen(self._learner(), exercise, at=self._now(), seed=seed)

        self._attempt(add, None)

    def close(self) -> None:
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _add(
        self,
        store: "Store",
        workspace: str,
        submission: Submission,
        report: Report,
        seen: Seen | None,
    ) -> None:
        from etude.store.records import Attempt

        attempt = Attempt(
            learner=self._learner(),
            workspace=workspace,
            at=self._now(),
            submission=submission,
            report=report,
        )
        store.add_attempt(attempt, seen=seen)

    def _attempt(self, ask: "Callable[[Store], T]", otherwise: T) -> T:
        answer, self.problem = self._ask(ask, otherwise)
        return answer

    def _ask(self, ask: "Callable[[Store], T]", otherwise: T) -> tuple[T, str]:
        """The answer and ""; or ``otherwise`` and why there is none."""
        try:
            return ask(self._opened()), ""
        except Problem as problem:
            return otherwise, str(problem)
        except OSError as error:
            return otherwise, _cannot_keep(error)

    def _opened(self) -> "Store":
        with self._opening:
            if self._store is None:
                self._store = self._open_store()
            return self._store

    def _open_quietly(self) -> None:
        try:
            self._opened()
        except Exception:  # told by whoever uses the store next
            return


def _cannot_keep(error: OSError) -> str:
    where = f" in {error.filename}" if error.filename else ""
    return (
        f"étude cannot keep anything{where}: {error.strerror}. Mend that, or set ETUDE_HOME to "
        "a folder of your own."
    )


def open_store(places: Places) -> "Store":
    """The store of this user on this machine.

    Raises:
      StoreProblem: it cannot be opened.
    """
    from etude.store.engine import sqlite_url
    from etude.store.sql import SqlStore

    return SqlStore(places.database or sqlite_url(places.state / "attempts.db"))


def open_records(places: Places) -> Records:
    """The records of this user on this machine."""
    return Records(lambda: open_store(places), lambda: learner_id(places.state))
