"""Ends a sitting: what is there and was not submitted is submitted, whoever looks first."""

from collections.abc import Mapping
from datetime import datetime

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.found import find_files
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.save import keep
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import BY, BY_CANDIDATE, BY_TIME, Phase, QuestionState, SittingState


def settle(exam: Exam, sitting: Sitting) -> SittingState:
    """The state of the sitting, after it was ended if its time is up.

    Nothing needs to have run at that moment: files that were changed later do not count, and of
    those the last snapshot does.
    """
    journal = Journal(exam=exam, sitting=sitting)
    state = journal.state()
    if state.phase is not Phase.OVER:
        return state
    return _end(journal, by=BY_TIME, until=state.ends_at)


def finish(exam: Exam, sitting: Sitting) -> SittingState:
    """Ends the sitting because the candidate wants it; a finished one stays as it is."""
    state = settle(exam, sitting)
    if state.phase is Phase.FINISHED:
        return state
    return _end(Journal(exam=exam, sitting=sitting), by=BY_CANDIDATE, until=None)


def _end(journal: Journal, *, by: str, until: datetime | None) -> SittingState:
    for asked in all_asked(journal.exam, journal.sitting):
        _submit_rest(journal, asked, by=by, until=until)
    journal.write(
        lambda state: (
            None
            if state.phase is Phase.FINISHED
            else Draft(deed=SittingDeed.FINISHED, detail={BY: by})
        )
    )
    return journal.state()


def _submit_rest(journal: Journal, asked: Asked, *, by: str, until: datetime | None) -> None:
    """Submits the files of a question, if they are not what was submitted before."""
    there = keep(journal.exam, find_files(asked, until=until).files)

    def decide(state: SittingState) -> Draft | None:
        question = state.questions[asked.number]
        # Of what was changed too late, or has gone meanwhile, the last snapshot counts.
        files = {**question.files, **there}
        if state.phase is Phase.FINISHED or not _is_new(files, question, asked):
            return None
        return Draft(
            deed=SittingDeed.SUBMITTED, question=asked.number, files=files, detail={BY: by}
        )

    journal.write(decide)


def _is_new(files: Mapping[str, str], question: QuestionState, asked: Asked) -> bool:
    """Whether there is something to hand in that was not handed in as it is."""
    artifacts = _artifacts(files, asked)
    submitted = [_artifacts(handed.snapshot.files, asked) for handed in question.submissions]
    return bool(artifacts) and artifacts not in submitted


def _artifacts(files: Mapping[str, str], asked: Asked) -> Mapping[str, str]:
    return {path: digest for path, digest in files.items() if asked.is_artifact(path)}
