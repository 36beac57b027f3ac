"""What the commands of a sitting have in common: which one it is, and marks that are due."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etude.cli.terminal import console, print_json, warn
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting

if TYPE_CHECKING:
    from etude.app.exam.exam import Exam
    from etude.app.exam.mark import MarkedNow
    from etude.domain.verdict import Verdict
    from etude.exams.marks import Marks
    from etude.exams.state import SittingState


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSitting:
    """The sitting that a command is about."""

    exam: "Exam"
    sitting: Sitting

    def state(self) -> "SittingState":
        from etude.app.exam.look import look

        return look(self.exam, self.sitting)

    def marks(self, state: "SittingState") -> "Marks":
        from etude.exams.marks import marks_of

        questions = self.exam.questions.values()
        return marks_of(state, {question.id: question.skills for question in questions})

    def titles(self) -> Mapping[int, str]:
        """Of the questions, by number."""
        from etude.app.exam.asked import title_of

        return {item.number: title_of(self.exam, item) for item in self.sitting.paper.items}


@contextmanager
def opened_sitting() -> Iterator[OpenedSitting]:
    """The sitting that is meant, after what lies in its workspace was kept.

    Raises:
      Problem: there is none.
    """
    from etude.app.exam.look import current_sitting, enter
    from etude.app.exam.open_exam import open_exam

    with open_exam() as exam:
        sitting = current_sitting(exam, Path.cwd())
        enter(exam, sitting)
        yield OpenedSitting(exam=exam, sitting=sitting)


def mark_what_waits(here: OpenedSitting, *, quietly: bool = False) -> "Sequence[MarkedNow]":
    """Marks what was submitted, and says on standard error what could not be.

    Args:
      quietly: print nothing of the form of files as it is found.
    """
    from etude.app.exam.mark import mark_waiting
    from etude.sandbox import SandboxUnavailable

    if not list(here.state().waiting):
        return ()
    on_contract = None if quietly else _tell_contract
    try:
        with _waiting():
            marked = mark_waiting(here.exam, here.sitting, on_contract=on_contract)
    except (SandboxUnavailable, Problem) as error:
        warn(f"What you submitted is kept, and waits for its mark. {error}")
        return ()
    for one in marked:
        if one.marked.waits:
            warn(
                f"Question {one.question}: your submission is kept, and waits for its mark; your "
                f"file is not to blame ({one.marked.detail}). To try again: etude exam status"
            )
    return marked


def print_state(here: OpenedSitting, *, as_json: bool) -> None:
    """Clock, questions and marks."""
    state = here.state()
    marks = here.marks(state)
    if as_json:
        from etude.render.sitting_json import sitting_record

        print_json(sitting_record(state, marks))
    else:
        from etude.render.sitting import status_page

        console().print(status_page(state, marks, here.titles()))


def _tell_contract(number: int, verdicts: "Sequence[Verdict]") -> None:
    """At once, before the hidden examples are asked."""
    from etude.exams.feedback import broken
    from etude.render.sitting import verdict_block

    for verdict in broken(verdicts):
        console().print(f"Question {number}: the file is not as agreed.")
        console().print(verdict_block(verdict))


@contextmanager
def _waiting() -> Iterator[None]:
    errors = console(stderr=True)
    with errors.status("marking") if errors.is_terminal else nullcontext():
        yield
