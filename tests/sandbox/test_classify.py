"""Whose fault an ending was, told from what is left of the run."""

import pytest

from etude.domain.job import Limits
from etude.domain.outcome import Fault, Reason
from etude.domain.worker_protocol import EXIT_OURS, Ended
from etude.sandbox.classify import classify
from etude.sandbox.port import Failure


def ended_with(exit_code: int, *, used: float = 0.1) -> Failure | None:
    ended = Ended(exit_code=exit_code, killed="", cpu_seconds=used, peak_memory_bytes=1)
    limits = Limits(cpu_seconds=8)
    return classify([], ended=ended, stop=None, stop_detail="", stderr="", limits=limits)


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


@pytest.mark.parametrize(
    ("used", "reason"), [(8.0, Reason.CPU), (7.1, Reason.CPU), (4.0, Reason.MEMORY)]
)
def test_a_kill_is_told_from_one_for_memory_by_the_processor_time_that_was_used(used, reason):
    """On a busy virtual machine the kernel kills by its ticks, before it has measured as much."""
    failure = ended_with(-9, used=used)

    assert failure is not None
    assert failure.reason is reason
