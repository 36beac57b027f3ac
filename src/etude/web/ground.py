"""What the pages stand on: one folder, its practice, and the clock."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from etude.app.open_practice import practice_in
from etude.app.places import Places
from etude.app.practise import Practice, import_judges
from etude.app.records import Records
from etude.app.run_desk import RunDesk
from etude.app.turns import Turns
from etude.app.workspace import find_workspace
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.web.bell import Bell
from etude.web.security.sessions import Sessions

if TYPE_CHECKING:
    from etude.sandbox import Sandbox

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
    """

    start: Path
    places: Places
    records: Records
    open_sandbox: "Callable[[], Sandbox]"
    now: Callable[[], datetime]
    bell: Bell = field(default_factory=Bell)
    _turns: Turns = field(default_factory=Turns)
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
    if exercise_id not in found:
        raise NotFound(f"There is no exercise {exercise_id!r}.")
    return found[exercise_id]


def _ground(request: Request) -> Ground:
    found = request.app.state.ground
    assert isinstance(found, Ground)
    return found


# What a route writes to be given it.
Here = Annotated[Ground, Depends(_ground)]
