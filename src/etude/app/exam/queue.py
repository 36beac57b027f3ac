"""Queues exercises that the review of a sitting asks for, so that `etude next` brings them."""

from collections.abc import Sequence

from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.domain.sitting import EXERCISES, Sitting, SittingDeed
from etude.exams.state import Phase, SittingState


def queue_exercises(exam: Exam, sitting: Sitting, exercises: Sequence[str]) -> bool:
    """Queues them once for each sitting; False when that was done, or there is nothing to queue.

    Args:
      exercises: ids, what is to be practised first at the beginning.
    """

    def decide(state: SittingState) -> Draft | None:
        if state.phase is not Phase.FINISHED or state.queued or not exercises:
            return None
        return Draft(deed=SittingDeed.QUEUED, detail={EXERCISES: list(exercises)})

    return Journal(exam=exam, sitting=sitting).write(decide) is not None
