"""What the pages stand on: one folder, its practice, and the clock."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request

from etude.app.exam.attendance import Attendance
from etude.app.exam.clocks import read_clocks
from etude.app.exam.desk import ExamDesk
from etude.app.exam.exam import Exam
from etude.app.exam.folds import Folds
from etude.app.exam.open_exam import exam_of
from etude.app.open_practice import practice_in
from etude.app.places import Places
from etude.app.practise import Practice, import_judges
from etude.app.records import Records
from etude.app.run_desk import RunDesk
from etude.app.turns import Turns
from etude.app.workspace import find_workspace
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.domain.sitting import Reading
from etude.web.bell import Bell
from etude.web.security.sessions import Sessions

if TYPE_CHECKING:
    from etude.sandbox import Sandbox

T = TypeVar("T")
_CLOSE_SECONDS = 1.0


class NotFound(Problem):
    """There is nothing under this address."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Everything a page may ask for; nothing that matters is kept here.

    What is remembered between requests only saves work: another process finds the same in the
    workspace, in the store and in the state folder.

    Attributes:
      start: the folder in which the server was started.
      bell: rings when something has happened in a run of this process.
      read_clocks: by which sittings are timed.
      attendance: keeps what is saved in open sittings, whichever editor saves it.
    """

    start: Path
    places: Places
    records: Records
    open_sandbox: "Callable[[], Sandbox]"
    now: Callable[[], datetime]
    bell: Bell = field(default_factory=Bell)
    _turns: Turns = field(default_factory=Turns)
    read_clocks: Callable[[], Reading] = read_clocks
    attendance: Attendance = field(default_factory=Attendance)
    _folds: Folds = field(default_factory=Folds)
    _last: list[Practice] = field(default_factory=list)
    _sandboxes: "list[Sandbox]" = field(default_factory=list)
    _opening: threading.RLock = field(default_factory=threading.RLock)

    @property
    def sessions(self) -> Sessions:
        return Sessions(folder=self.places.state / "web")

    @property
    def desk(self) -> RunDesk:
        return RunDesk(
            folder=self.places.state / "runs",
            now=self.now,
            turns=self._turns,
            tell=self.bell.ring,
        )

    @property
    def exam_desk(self) -> ExamDesk:
        return ExamDesk(folder=self.places.state / "exam_runs", now=self.now)

    def exam(self) -> Exam:
        """The learner's exams.

        Raises:
          Problem: the store cannot be opened; without one nothing handed in could be kept.
        """
        return exam_of(
            self.places,
            learner=self.records.learner(),
            store=self.records.store(),
            sandbox=self.sandbox,
            read_clocks=self.read_clocks,
            folds=self._folds,
        )

    def practice(self) -> Practice:
        """The practice in the workspace as it is now.

        Raises:
          NoWorkspace: there is none yet.
          Problem: it cannot be read.
        """
        workspace = find_workspace(self.start)
        with self._opening:
            if not self._last or self._last[0].workspace != workspace:
                self._last[:] = [practice_in(workspace, self.records, self.sandbox)]
            return self._last[0]

    def sandbox(self) -> "Sandbox":
        """The one sandbox of this process.

        Raises:
          SandboxUnavailable: nothing can be run here.
        """
        with self._opening:
            if not self._sandboxes:
                self._sandboxes.append(self.open_sandbox())
            return self._sandboxes[0]

    def warm_up(self) -> None:
        """Loads TensorFlow and the diagnoses while the person still reads; what fails is told by
        whoever needs it first."""
        self.records.open_soon()
        for load in (self._load, import_judges):
            threading.Thread(target=load, daemon=True).start()

    def close(self) -> None:
        """Waits only a moment for what is being loaded, which is for the next one, too."""
        self.attendance.leave()
        self.records.close()
        closing = threading.Thread(target=self._close_sandboxes, daemon=True)
        closing.start()
        closing.join(_CLOSE_SECONDS)

    def _close_sandboxes(self) -> None:
        for sandbox in self._sandboxes:
            sandbox.close()

    def _load(self) -> None:
        with suppress(Exception):
            _ = self.sandbox().isolation


def named(exercise_id: str, found: Mapping[str, Exercise]) -> Exercise:
    """The exercise with exactly this id."""
    return named_in(found, exercise_id, "exercise")


def named_in(found: Mapping[str, T], name: str, what: str) -> T:
    """The one of exactly this name.

    Args:
      what: it is, in words.

    Raises:
      NotFound: there is none.
    """
    if name not in found:
        raise NotFound(f"There is no {what} {name!r}.")
    return found[name]


def _ground(request: Request) -> Ground:
    found = request.app.state.ground
    assert isinstance(found, Ground)
    return found


# What a route writes to be given it.
Here = Annotated[Ground, Depends(_ground)]
