"""Whose fault an ending was, told from what is left of the run."""

from etude.domain.job import Limits
from etude.domain.outcome import Fault, Reason
from etude.domain.worker_protocol import EXIT_OURS, Ended
from etude.sandbox.classify import classify
from etude.sandbox.port import Failure


def ended_with(exit_code: int) -> Failure | None:
    ended = Ended(exit_code=exit_code, killed="", cpu_seconds=0.1, peak_memory_bytes=1)
    return classify([], ended=ended, stop=None, stop_detail="", stderr="", limits=Limits())


def test_a_program_that_ends_itself_is_told_its_exit_code():
    failure = ended_with(3)

    assert failure is not None
    assert (failure.reason, "exit code 3" in failure.detail) == (Reason.EXIT, True)


def test_an_end_of_our_own_code_is_not_called_an_exit_of_the_program():
    failure = ended_with(EXIT_OURS)

    assert failure is not None
    assert (failure.fault, failure.reason) == (Fault.LEARNER, Reason.EXCEPTION)
    assert "exit" not in failure.detail
    assert "did it replace a builtin" in failure.detail
