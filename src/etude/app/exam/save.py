"""Keeps what lies in the folders of the questions, each time that it has changed."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.found import find_files
from etude.app.exam.journal import Draft, Journal
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import Phase, SittingState

WHILE_PAUSED = "paused"


def save(exam: Exam, sitting: Sitting) -> Sequence[int]:
    """Keeps every question's files that have changed; returns the numbers of those questions."""
    journal = Journal(exam=exam, sitting=sitting)
    return [one.number for one in all_asked(exam, sitting) if save_question(journal, one)]


def save_question(journal: Journal, asked: Asked) -> bool:
    """Keeps the files of one question; False when nothing has changed, or the sitting is over."""
    known = journal.state().questions[asked.number].files
    files = keep(journal.exam, find_files(asked).files, known=set(known.values()))
    if files == known:
        return False
    return journal.write(lambda state: _saved(state, asked, files)) is not None


def keep(exam: Exam, files: Mapping[str, bytes], *, known: Collection[str] = ()) -> dict[str, str]:
    """Path -> SHA-256 of contents that are kept, whatever happens next.

    Args:
      known: what events of the journal name, which was kept before them.
    """
    kept = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    for path, digest in kept.items():
        if digest not in known:
            exam.blobs.put(files[path])
    return kept


def _saved(state: SittingState, asked: Asked, files: Mapping[str, str]) -> Draft | None:
    unchanged = files == state.questions[asked.number].files
    if unchanged or state.phase not in (Phase.RUNNING, Phase.PAUSED):
        return None
    detail = {WHILE_PAUSED: True} if state.phase is Phase.PAUSED else {}
    return Draft(deed=SittingDeed.SAVED, question=asked.number, files=files, detail=detail)
