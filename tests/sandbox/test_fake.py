"""The fake keeps the part of the contract that does not run code."""

from etude.domain.job import Job
from etude.domain.outcome import Fault, Outcome
from etude.sandbox.fake import FakeSandbox


def test_fake_gives_its_outcome_and_passes_frames_on():
    outcome = Outcome(frames=({"kind": "a"}, {"kind": "end"}))
    seen = []

    with FakeSandbox(outcome) as sandbox:
        answered = sandbox.run(Job(task=b"x"), on_frame=seen.append)

    assert (answered.frames, answered.isolation) == (outcome.frames, sandbox.isolation)
    assert seen == list(outcome.frames)
    assert sandbox.jobs == [Job(task=b"x")]


def test_fake_can_answer_by_job():
    sandbox = FakeSandbox(lambda job: Outcome(stdout=job.task.decode()))

    assert sandbox.run(Job(task=b"x")).stdout == "x"


def test_closed_fake_runs_nothing():
    sandbox = FakeSandbox(Outcome())
    sandbox.close()

    assert sandbox.run(Job(task=b"x")).fault is Fault.SYSTEM
