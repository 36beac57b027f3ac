"""Stops the clock of a sitting that allows it, and lets it go on."""

from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.phases import assert_open, assert_running
from etude.app.exam.save import save
from etude.app.exam.settle import settle
from etude.domain.problem import Act, Problem, Step
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import Phase, SittingState


def pause(exam: Exam, sitting: Sitting) -> SittingState:
    """Stops the clock.

    Raises:
      Problem: this sitting may not be paused, or its clock does not run.
    """
    if not sitting.allowances.pauses:
        raise Problem(
            "This sitting cannot be paused. Whether it can is settled when it starts.",
            step=Step(act=Act.ALLOW_PAUSES),
        )
    assert_running(settle(exam, sitting))
    save(exam, sitting)

    def decide(state: SittingState) -> Draft:
        assert_running(state)
        return Draft(deed=SittingDeed.PAUSED)

    journal = Journal(exam=exam, sitting=sitting)
    journal.write(decide)
    return journal.state()


def resume(exam: Exam, sitting: Sitting) -> SittingState:
    """Lets the clock go on.

    Raises:
      Problem: the sitting is not paused.
    """
    save(exam, sitting)  # what was changed during the pause is recorded as such

    def decide(state: SittingState) -> Draft:
        assert_open(state)
        if state.phase is not Phase.PAUSED:
            raise Problem("The clock runs already; nothing is to be resumed.")
        return Draft(deed=SittingDeed.RESUMED)

    journal = Journal(exam=exam, sitting=sitting)
    journal.write(decide)
    return journal.state()
