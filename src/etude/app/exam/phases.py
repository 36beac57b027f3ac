"""What can be done in which phase of a sitting."""

from etude.domain.problem import Act, Problem, Step
from etude.exams.state import BY_TIME, Phase, SittingState


class NotRunning(Problem):
    """The sitting is paused or over; the step says what can be done."""


def assert_running(state: SittingState) -> None:
    """Makes sure that the clock runs.

    Raises:
      NotRunning: it does not.
    """
    if state.phase is Phase.PAUSED:
        raise NotRunning("The sitting is paused.", step=Step(act=Act.RESUME))
    assert_open(state)


def assert_open(state: SittingState) -> None:
    """Makes sure that the sitting is not over.

    Raises:
      NotRunning: it is.
    """
    if state.phase in (Phase.OVER, Phase.FINISHED):
        by_time = state.phase is Phase.OVER or state.finished_by == BY_TIME
        why = "Time is up" if by_time else "You have finished this sitting"
        raise NotRunning(f"{why}.", step=Step(act=Act.LOOK_BACK))
