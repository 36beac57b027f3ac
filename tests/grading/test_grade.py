"""One submission, up to three runs, one report."""

from dataclasses import replace

import msgspec
import pytest
from scenes import Reloads, Says, Scene

from etude.app.practise import is_attempt
from etude.domain.outcome import Artifact, Fault, Isolation, Outcome, Reason
from etude.domain.task import Part, Task
from etude.domain.verdict import Status
from etude.grading.plan import SEED
from etude.sandbox.fake import FakeSandbox

FIRST, SECOND, THIRD = Says(name="first"), Says(name="second"), Says(name="third")
HIDDEN = Reloads(name="hidden")


def statuses(report: object) -> list[str]:
    return [str(verdict.status) for verdict in report.verdicts]  # type: ignore[attr-defined]


def test_every_check_passes_and_nothing_is_explained(scene: Scene) -> None:
    scene.says("first", right=True).says("second", right=True)

    report = scene.grade(FIRST, SECOND)

    assert report.passed
    assert report.findings == []
    assert scene.parts_run == [Part.PROBE]


def test_a_check_whose_dependency_failed_is_skipped_and_so_are_those_after_it(
    scene: Scene,
) -> None:
    scene.says("first", right=False).says("second", right=True).says("third", right=True)
    second = Says(name="second", after=("first",))
    third = Says(name="third", after=("second",))

    report = scene.grade(FIRST, second, third, Says(name="first_again"))

    assert statuses(report)[:3] == ["failed", "skipped", "skipped"]
    reasons = {verdict.received for verdict in report.verdicts[1:3]}
    assert reasons == {"not judged: it waits until first is right"}
    assert report.first_failure is report.verdicts[0]


def test_an_exception_of_the_learner_in_a_probe_is_that_checks_failure(scene: Scene) -> None:
    scene.raises("first", line=7).says("second", right=True)

    report = scene.grade(FIRST, SECOND)

    assert statuses(report) == ["failed", "passed"]
    assert report.verdicts[0].received == "ValueError in line 7: too bad"
    assert report.verdicts[0].line == 7
    assert report.fault is None
    assert report.error is not None
    assert report.error.line == 7


def test_an_exception_in_a_check_that_is_skipped_is_not_told(scene: Scene) -> None:
    scene.says("first", right=False).raises("second")

    report = scene.grade(FIRST, Says(name="second", after=("first",)))

    assert statuses(report) == ["failed", "skipped"]
    assert report.error is None


def test_a_program_that_does_not_run_to_its_end_fails_no_check(scene: Scene) -> None:
    fault = {"fault": Fault.LEARNER, "reason": Reason.TIMEOUT, "detail": "stopped after 30 seconds"}
    scene.program = Outcome(**fault)

    report = scene.grade(FIRST, HIDDEN)

    assert (report.fault, report.reason) == (Fault.LEARNER, Reason.TIMEOUT)
    assert statuses(report) == ["skipped", "skipped"]
    assert "runs to its end" in report.verdicts[0].received
    assert scene.parts_run == [Part.PROBE]


def test_answers_given_before_the_program_was_stopped_still_count(scene: Scene) -> None:
    scene.program = Outcome(fault=Fault.LEARNER, reason=Reason.TIMEOUT)
    scene.says("first", right=True)

    report = scene.grade(FIRST, SECOND)

    assert statuses(report) == ["passed", "skipped"]
    assert not report.passed


def test_a_fault_of_the_exercise_is_told_as_such_and_blames_no_check(scene: Scene) -> None:
    scene.program = Outcome(
        fault=Fault.EXERCISE, reason=Reason.PROBE, detail="check 'first': KeyError"
    )
    scene.says("hidden")

    report = scene.grade(FIRST, HIDDEN)

    assert report.fault is Fault.EXERCISE
    assert statuses(report) == ["skipped", "skipped"]
    assert "an answer from the sandbox" in report.verdicts[1].received


def test_a_fault_of_the_system_in_a_clean_run_is_told_as_such(scene: Scene) -> None:
    scene.clean = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="the worker has gone")
    scene.says("hidden")

    report = scene.grade(HIDDEN)

    assert (report.fault, report.detail) == (Fault.SYSTEM, "the worker has gone")
    assert statuses(report) == ["skipped"]


@pytest.mark.parametrize("part", [Part.RELOAD, Part.WHAT_IF])
def test_a_clean_run_that_was_given_up_is_no_judgement(scene: Scene, part: Part) -> None:
    scene.says("hidden").says("hidden", Part.RELOAD, outputs=[1, 2])
    given_up = Outcome(fault=Fault.LEARNER, reason=Reason.CANCELLED, detail="stopped")
    scene.ends(part, given_up)

    report = scene.grade(HIDDEN)

    assert (report.fault, report.reason) == (Fault.LEARNER, Reason.CANCELLED)
    assert report.findings == []
    assert not is_attempt(report)


def test_addresses_of_objects_are_left_out_of_what_was_received(scene: Scene) -> None:
    scene.says("first", said="<function build at 0x7f3a5c0d1e40>")

    report = scene.grade(FIRST)

    assert report.verdicts[0].received == "<function build at 0x...>"


def test_a_saved_model_that_uses_up_its_time_is_the_learners_failure(scene: Scene) -> None:
    scene.clean = Outcome(fault=Fault.LEARNER, reason=Reason.TIMEOUT, detail="30 seconds are over")
    scene.says("hidden")

    report = scene.grade(HIDDEN)

    assert report.fault is None
    assert report.verdicts[0].received == "timeout: 30 seconds are over"


def test_hidden_labels_meet_the_outputs_outside(scene: Scene) -> None:
    from scenes import LABELS

    scene.says("hidden").says("hidden", Part.RELOAD, outputs=LABELS)

    report = scene.grade(HIDDEN)

    assert report.passed
    assert scene.parts_run == [Part.PROBE, Part.RELOAD]


def test_what_would_have_been_is_asked_only_after_a_failure(scene: Scene) -> None:
    scene.says("hidden").says("hidden", Part.RELOAD, outputs=[1, 2])
    scene.says("hidden", Part.WHAT_IF, what_if={"inputs divided by 255": [1]})

    report = scene.grade(HIDDEN)

    assert scene.parts_run == [Part.PROBE, Part.RELOAD, Part.WHAT_IF]
    assert report.verdicts[0].received == "2 outputs; what if: ['inputs divided by 255']"


def test_what_would_have_been_is_not_asked_of_a_skipped_check(scene: Scene) -> None:
    scene.says("first", right=False).says("hidden").says("hidden", Part.RELOAD, outputs=[1])

    scene.grade(FIRST, Reloads(name="hidden", after=("first",)))

    assert Part.WHAT_IF not in scene.parts_run


def test_a_model_that_refuses_changed_inputs_keeps_its_first_verdict(scene: Scene) -> None:
    scene.says("hidden").says("hidden", Part.RELOAD, outputs=[1, 2]).raises("hidden", Part.WHAT_IF)

    report = scene.grade(HIDDEN)

    assert report.verdicts[0].received == "2 outputs; what if: []"


def test_an_artifact_that_was_refused_is_told_with_the_reason(scene: Scene) -> None:
    refusal = "expected at most 67,108,864 bytes of artifacts, got more"
    refused = Artifact(name="model.keras", refusal=refusal)
    scene.program = replace(scene.program, artifacts={"model.keras": refused})
    scene.says("hidden").says("hidden", Part.RELOAD, missing=True)

    report = scene.grade(HIDDEN)

    assert report.verdicts[0].expected == "the file model.keras"
    assert report.verdicts[0].received == refusal


def test_the_same_submission_gets_the_same_report_but_for_times(scene: Scene) -> None:
    scene.says("first", right=False).says("hidden").says("hidden", Part.RELOAD, outputs=[1])

    first, second = (replace(scene.grade(FIRST, HIDDEN), phases={}) for _ in range(2))

    assert first == second


def test_the_report_states_the_isolation_of_the_run(scene: Scene) -> None:
    isolation = Isolation(level=2, layers={"landlock": "on"})
    scene.sandbox = FakeSandbox(scene.program, isolation=isolation)

    assert scene.grade(FIRST).isolation == isolation


@pytest.mark.parametrize("status", [Status.FAILED, Status.PASSED])
def test_points_are_counted_over_all_checks(scene: Scene, status: Status) -> None:
    scene.says("first", right=True).says("second", right=status is Status.PASSED)

    report = scene.grade(Says(name="first", points=3), Says(name="second", points=4))

    assert (report.points, report.of) == (7 if status is Status.PASSED else 3, 7)


def test_the_program_begins_with_the_graders_seed_and_clean_runs_with_the_usual_one(
    scene: Scene,
) -> None:
    scene.says("hidden").says("hidden", Part.RELOAD, outputs=[1]).says("hidden", Part.WHAT_IF)

    scene.grade(Reloads(name="hidden"), seed=7)

    tasks = [msgspec.json.decode(job.task, type=Task) for job in scene.sandbox.jobs]
    assert [task.seed for task in tasks] == [7, SEED, SEED]
