"""Wires a practice together from what is on this machine."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etude.app.choose import current_exercise, named_exercise
from etude.app.places import Places, find_places
from etude.app.practise import Practice
from etude.app.records import Records, open_records
from etude.app.start import update_workspace
from etude.app.variants import as_given
from etude.app.workspace import Workspace, find_workspace
from etude.catalog.data import public_data
from etude.catalog.exercises import answer_folders, exercises, raise_if_unreadable
from etude.domain.exercise import Exercise

if TYPE_CHECKING:
    from etude.sandbox import Sandbox, SandboxSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Attributes: practice; cwd: where the command was typed; added: exercises that came new."""

    practice: Practice
    cwd: Path
    added: Sequence[str] = ()

    def exercise(self, name: str | None, *, unsolved: bool = False) -> Exercise:
        """The named one; without a name the current one, which ``unsolved`` says is not settled."""
        practice = self.practice
        if name:
            raise_if_unreadable(name.strip("/"))
            return named_exercise(name, practice.exercises, practice.workspace, self.cwd)
        settled = practice.settled() if unsolved else set()
        return current_exercise(
            practice.exercises, practice.workspace, self.cwd, settled, following=self._planned
        )

    def _planned(self) -> Exercise | None:
        from etude.progress.plan import choose

        choice = choose(self.practice.learner())
        return choice.exercise if choice is not None else None

    def shown(self, file: str) -> str:
        """A path of the workspace as seen from where the command was typed."""
        return os.path.relpath(self.practice.workspace.root / file, self.cwd)


def open_practice() -> Opened:
    """The workspace here, brought up to date, with this user's records and sandbox.

    Raises:
      Problem: there is no workspace here, or it cannot be read.
    """
    cwd = Path.cwd()
    places = find_places()
    workspace, added = update_workspace(find_workspace(cwd), exercises(), public_data)
    practice = practice_in(workspace, open_records(places), lambda: user_sandbox(places))
    return Opened(practice=practice, cwd=cwd, added=added)


def practice_in(
    workspace: Workspace, records: Records, open_sandbox: "Callable[[], Sandbox]"
) -> Practice:
    """A practice in this workspace with the installed exercises, in the variants it was given."""
    return Practice(
        workspace=workspace,
        exercises=as_given(exercises(), workspace.manifest),
        records=records,
        open_sandbox=open_sandbox,
    )


def user_sandbox(places: Places) -> "Sandbox":
    """The sandbox whose worker all of this user's commands share."""
    from etude.sandbox import open_sandbox

    return open_sandbox(runtime_dir=places.usable_runtime(), settings=sandbox_settings())


def sandbox_settings() -> "SandboxSettings":
    """The defaults, and no solution of any collection can be read."""
    from etude.sandbox import SandboxSettings

    return SandboxSettings(hidden=tuple(map(str, answer_folders())))
