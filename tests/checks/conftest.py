"""Runs one check's probe on a small program in the warm worker."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest

from etude.catalog.data import hidden_arrays, public_data
from etude.checks.base import Check
from etude.domain.exercise import Exercise, Kind
from etude.domain.submission import Submission
from etude.domain.task import Part
from etude.grading.plan import DataSource, clean_job, program_job
from etude.sandbox import Sandbox

Probe = Callable[..., Mapping[str, Any]]


@pytest.fixture
def probe(warm_sandbox: Sandbox, tmp_path: Any) -> Probe:
    """``probe(check, program_text, data=(), reload=False)`` gives the joined facts."""

    def ask(check: Check, program: str, data: tuple[str, ...] = (), reload: bool = False) -> Any:
        check = check if check.name else msgspec.structs.replace(check, name="checked")
        exercise = Exercise(
            id="tests/probe", title="", summary="", skills=(), kind=Kind.BUILD, level=1,
            minutes=1, folder=tmp_path, data=data,
        )  # fmt: skip
        files = {exercise.file_name: program.encode()}
        submission = Submission(exercise=exercise.id, file=exercise.file_name, files=files)
        source = DataSource(public=public_data, hidden=hidden_arrays)
        outcome = warm_sandbox.run(program_job(exercise, submission, [check], source))
        frames = list(outcome.frames)
        if reload:
            clean = clean_job(exercise, outcome, [check], Part.RELOAD, source)
            frames += warm_sandbox.run(clean).frames
        return _joined(frames, outcome)

    return ask


def _joined(frames: list[Mapping[str, Any]], outcome: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for frame in frames:
        if frame["kind"] == "fault":
            raise AssertionError(f"{frame['fault']}: {frame['detail']}")
        if frame["kind"] == "probe" and "error" in frame:
            facts["error"] = frame["error"]
        elif frame["kind"] == "probe":
            facts.update(frame["facts"])
    assert outcome.fault is None, outcome.detail
    return facts
