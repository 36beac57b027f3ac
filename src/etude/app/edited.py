"""What the learner worked on last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """Attributes: at: when the learner's file was last saved."""

    exercise: str
    at: datetime


def last_edited(
    workspace: Workspace, exercises: Iterable[Exercise], *, most: int
) -> Sequence[Edited]:
    """The files that are no longer as they were given, the newest first."""
    return list(islice(_edited(workspace, exercises), most))


def _edited(workspace: Workspace, exercises: Iterable[Exercise]) -> Iterator[Edited]:
    # Times are cheap and comparing files is not, so most files are never read.
    for exercise in sorted(exercises, key=lambda one: _saved_at(workspace, one), reverse=True):
        at = workspace.edited_at(exercise)
        if at:
            yield Edited(exercise=exercise.id, at=datetime.fromtimestamp(at, UTC))


def _saved_at(workspace: Workspace, exercise: Exercise) -> float:
    try:
        return workspace.path(exercise).stat().st_mtime
    except OSError:
        return 0.0
