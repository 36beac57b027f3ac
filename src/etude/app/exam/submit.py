"""Hands the files of one question in: kept on the disk first, then told to be submitted."""

from dataclasses import dataclass

from etude.app.exam.asked import Asked, asked
from etude.app.exam.exam import Exam
from etude.app.exam.found import Found, find_files, is_outdated
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.phases import assert_running
from etude.app.exam.save import keep
from etude.app.exam.settle import settle
from etude.domain.problem import Act, Problem, Step
from etude.domain.sitting import Sitting, SittingDeed, SittingEvent
from etude.exams.state import BY, BY_CANDIDATE, SittingState


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """Attributes:
    event: as it is kept; count: how many there are now of this question.
    outdated: the program was saved after what it wrote, which is what was handed in.
    """

    event: SittingEvent
    count: int
    outdated: bool = False


def submit(exam: Exam, sitting: Sitting, number: int) -> Submitted:
    """Hands in what lies in the folder of a question; it is kept when this returns.

    Raises:
      Problem: there is nothing to hand in, or the sitting is paused or over.
    """
    assert_running(settle(exam, sitting))
    question = asked(exam, sitting, number)
    found = find_files(question)
    _assert_complete(question, found)
    files = keep(exam, found.files)

    def decide(state: SittingState) -> Draft:
        assert_running(state)
        return Draft(
            deed=SittingDeed.SUBMITTED, question=number, files=files, detail={BY: BY_CANDIDATE}
        )

    journal = Journal(exam=exam, sitting=sitting)
    event = journal.write(decide)
    assert event is not None
    return Submitted(
        event=event,
        count=len(journal.state().questions[number].submissions),
        outdated=is_outdated(question),
    )


def _assert_complete(question: Asked, found: Found) -> None:
    refused = {name: why for name, why in found.refused.items() if question.is_artifact(name)}
    for name, why in refused.items():
        raise Problem(f"{question.folder / name} cannot be handed in: {why}.")
    for name in question.artifacts:
        inside = [path for path in found.files if path == name or path.startswith(_folder(name))]
        if not inside:
            raise Problem(
                f"Expected the {'folder' if name.endswith('/') else 'file'} {name} in "
                f"{question.folder}, and there is none.",
                step=Step(act=Act.RUN_QUESTION, question=question.number),
            )


def _folder(name: str) -> str:
    return f"{name.rstrip('/')}/"
