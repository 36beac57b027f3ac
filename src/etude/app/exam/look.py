"""Looks at a sitting, and finds the one that is meant."""

from pathlib import Path

from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.save import save
from etude.app.exam.settle import settle
from etude.app.manifest import FILE, read_manifest
from etude.domain.problem import Act, Problem, Step
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import Phase, SittingState


class NoSitting(Problem):
    """There is no sitting to speak of; the message says how to begin one."""


def look(exam: Exam, sitting: Sitting) -> SittingState:
    """The state of a sitting now; one whose time is up is ended first. Reads no workspace else."""
    return settle(exam, sitting)


def enter(exam: Exam, sitting: Sitting) -> SittingState:
    """Keeps what lies in the workspace, then looks: what every command does first."""
    state = look(exam, sitting)
    if state.phase is not Phase.FINISHED and save(exam, sitting):
        return look(exam, sitting)
    return state


def note_time(exam: Exam, sitting: Sitting) -> None:
    """Writes down what the clocks show, so that a restart of the machine leaves little unknown."""

    def decide(state: SittingState) -> Draft | None:
        return Draft(deed=SittingDeed.CLOCK) if state.phase is Phase.RUNNING else None

    Journal(exam=exam, sitting=sitting).write(decide)


def current_sitting(exam: Exam, cwd: Path) -> Sitting:
    """The sitting whose folder we are in, else the one not finished, else the last.

    Raises:
      NoSitting: there is none.
    """
    here = sitting_of_folder(exam, cwd)
    if here is not None:
        return here
    every = exam.store.sittings(exam.learner)
    if not every:
        raise NoSitting("You have no exam yet.", step=Step(act=Act.CHOOSE_EXAM))
    running = [one for one in every if look(exam, one).phase is not Phase.FINISHED]
    return (running or every)[-1]


def sitting_of_folder(exam: Exam, folder: Path) -> Sitting | None:
    """The sitting whose workspace is or holds a folder."""
    for root in (folder, *folder.parents):
        if (root / FILE).is_file():
            known = read_manifest(root).sitting
            return exam.store.sitting(known) if known else None
    return None
