"""Marks what was submitted and is not yet marked; whoever looks next does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from etude.app.exam.asked import Asked, asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.marker import marker_of
from etude.domain.marked import Marked
from etude.domain.sitting import Sitting, SittingDeed
from etude.domain.verdict import Verdict
from etude.exams.state import MARKED, SUBMISSION, Handed, SittingState

OnContract = Callable[[int, Sequence[Verdict]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedNow:
    """Attributes:
    question: its number; submission: of its event.
    marked: with ``waits`` when something of ours failed, and then nothing is kept.
    """

    question: int
    submission: int
    marked: Marked


def mark_waiting(
    exam: Exam, sitting: Sitting, *, on_contract: OnContract | None = None
) -> Sequence[MarkedNow]:
    """Marks every submission that waits, the oldest first.

    Args:
      on_contract: called with the number of a question and what its file's form was found to be,
        before the hidden examples are asked.

    Raises:
      SandboxUnavailable: nothing can be run here.
      StoreProblem: what was submitted cannot be read.
    """
    journal = Journal(exam=exam, sitting=sitting)
    waiting = sorted(journal.state().waiting, key=lambda pair: pair[1].number)
    return [
        _mark(journal, asked(exam, sitting, question.item.number), handed, on_contract)
        for question, handed in waiting
    ]


def artifacts_of(exam: Exam, asked: Asked, files: Mapping[str, str]) -> Mapping[str, bytes]:
    """Contents of what is handed in, of the files of a submission."""
    return {path: exam.blobs.get(d) for path, d in files.items() if asked.is_artifact(path)}


def _mark(
    journal: Journal, question: Asked, handed: Handed, on_contract: OnContract | None
) -> MarkedNow:
    exam = journal.exam
    artifacts = artifacts_of(exam, question, handed.snapshot.files)
    marker = marker_of(exam, journal.sitting, artifacts)
    number = question.number
    told = None if on_contract is None else lambda verdicts: on_contract(number, verdicts)
    marked = marker.mark(question.question, artifacts, question.checks, on_contract=told)
    if not marked.waits:
        journal.write(lambda state: _draft(state, number, handed, marked))
    return MarkedNow(question=number, submission=handed.number, marked=marked)


def _draft(state: SittingState, number: int, handed: Handed, marked: Marked) -> Draft | None:
    """None when another process has marked it meanwhile, and got the same."""
    known = [one for one in state.questions[number].submissions if one.number == handed.number]
    if any(one.marks for one in known):
        return None
    detail = {SUBMISSION: handed.number, MARKED: msgspec.to_builtins(marked)}
    return Draft(deed=SittingDeed.MARKED, question=number, detail=detail)
