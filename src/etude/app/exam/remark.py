"""Marks stored submissions again: from the files that were kept, and no learner code is run."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.mark import artifacts_of
from etude.app.exam.marker import marker_of
from etude.app.exam.review import finished_state
from etude.domain.marked import Marked
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import MARKED, SUBMISSION, Handed


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """Attributes:
    question: its number; submission: of its event; count: which of the question's it is, from 1.
    then, now: the mark that counted, and the new one; with ``waits``, nothing is kept of it.
    """

    question: int
    submission: int
    count: int
    then: Marked
    now: Marked


def remark(exam: Exam, sitting: Sitting) -> Iterator[Remarked]:
    """Marks every marked submission of a sitting that is over once more, each as it is done.

    The new mark counts, and the old one is kept beside it.

    Raises:
      NotRunning: the sitting is not over.
      SandboxUnavailable: nothing can be run here.
      StoreProblem: what was submitted cannot be read.
    """
    state = finished_state(exam, sitting)
    journal = Journal(exam=exam, sitting=sitting)
    for asked in all_asked(exam, sitting):
        for count, handed in enumerate(state.questions[asked.number].submissions, start=1):
            if handed.mark is not None:
                yield _remarked(journal, asked, handed, handed.mark, count=count)


def _remarked(
    journal: Journal, asked: Asked, handed: Handed, then: Marked, *, count: int
) -> Remarked:
    artifacts = artifacts_of(journal.exam, asked, handed.snapshot.files)
    marker = marker_of(journal.exam, journal.sitting, artifacts)
    now = marker.mark(asked.question, artifacts, asked.checks)
    if not now.waits:
        detail = {SUBMISSION: handed.number, MARKED: msgspec.to_builtins(now)}
        draft = Draft(deed=SittingDeed.REMARKED, question=asked.number, detail=detail)
        journal.write(lambda state: draft)
    return Remarked(
        question=asked.number, submission=handed.number, count=count, then=then, now=now
    )
