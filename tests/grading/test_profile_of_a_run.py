"""A learner's pipeline is timed after everything has been judged, and changes nothing of that."""

from dataclasses import replace

import pytest

from etude.app.grader import make_grader
from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.domain.submission import Submission
from etude.grading.grade import Graded
from etude.sandbox import Sandbox

pytestmark = pytest.mark.tensorflow


def graded(sandbox: Sandbox, name: str, *, profile_seconds: float = 1.0) -> Graded:
    """The solution of an exercise."""
    exercise = exercises()[name]
    file = exercise.file_name
    content = (exercise.folder / "solution.py").read_bytes()
    submission = Submission(exercise=name, file=file, files={file: content})
    grader = make_grader(sandbox, profile_seconds=profile_seconds)
    return grader.grade_and_show(exercise, submission, read_checks(exercise))


def test_a_pipeline_that_a_function_returned_is_timed(warm_sandbox: Sandbox) -> None:
    name = "images/pipeline_from_folder"

    timed = graded(warm_sandbox, name)
    usual = graded(warm_sandbox, name, profile_seconds=0.0)

    assert timed.seen is not None
    assert timed.seen.profile is not None
    assert usual.seen is not None
    assert usual.seen.profile is None
    assert [stage.op for stage in timed.seen.profile.stages][-1] == "prefetch"
    assert timed.seen.profile.examples_per_second
    assert timed.report.phases["profile"] > 0
    assert replace(timed.report, phases={}) == replace(usual.report, phases={})


def test_of_data_that_were_trained_on_the_training_step_is_told_too(warm_sandbox: Sandbox) -> None:
    timed = graded(warm_sandbox, "debug/every_epoch_begins_with_the_same_five")

    assert timed.seen is not None
    assert timed.seen.profile is not None
    assert timed.seen.profile.step_seconds


def test_arrays_are_no_pipeline(warm_sandbox: Sandbox) -> None:
    timed = graded(warm_sandbox, "models/first_regression")

    assert timed.seen is not None
    assert timed.seen.profile is None
    assert timed.report.passed
