"""What can be done in which phase of a sitting."""

from etude.domain.problem import Problem
from etude.exams.state import BY_TIME, Phase, SittingState


class NotRunning(Problem):
    """The sitting is paused or over; the message says what can be done."""


def assert_running(state: SittingState) -> None:
    """Makes sure that the clock runs.

    Raises:
      NotRunning: it does not.
    """
    if state.phase is Phase.PAUSED:
        raise NotRunning("The sitting is paused. Go on with it first: etude exam resume")
    assert_open(state)


def assert_open(state: SittingState) -> None:
    """Makes sure that the sitting is not over.

    Raises:
      NotRunning: it is.
    """
    if state.phase in (Phase.OVER, Phase.FINISHED):
        by_time = state.phase is Phase.OVER or state.finished_by == BY_TIME
        why = "Time is up" if by_time else "You have finished this sitting"
        raise NotRunning(f"{why}. See how it went: etude exam review")
