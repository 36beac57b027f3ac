"""Which runs a submission needs, as jobs for a sandbox."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from etude.checks.base import Check
from etude.checks.wire import to_wire
from etude.domain.exercise import Exercise, RunAs
from etude.domain.job import Job
from etude.domain.outcome import Outcome
from etude.domain.submission import Submission
from etude.domain.task import Part, Probe, Task

SEED = 0
Hidden = Callable[[str], Mapping[str, np.ndarray]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSource:
    """Where data comes from; an object that tests replace.

    Attributes:
      public: name of a set -> its folder.
      hidden: name of a set -> arrays ``labels`` and ``inputs`` or ``inputs_<column>``.
    """

    public: Callable[[str], Path]
    hidden: Hidden


def program_job(
    exercise: Exercise,
    submission: Submission,
    checks: Sequence[Check],
    data: DataSource,
    *,
    seed: int = SEED,
    profile_seconds: float = 0.0,
) -> Job:
    """Runs the learner's program and every probe.

    Args:
      seed: of Keras, until the program sets its own.
      profile_seconds: for measuring the input pipeline afterwards.
    """
    task = Task(
        program=submission.file,
        as_script=exercise.run_as is RunAs.SCRIPT,
        sources=sorted(submission.files),
        probes=[Probe(check=to_wire(check)) for check in checks],
        seed=seed,
        profile_seconds=profile_seconds,
    )
    return Job(
        task=msgspec.json.encode(task),
        files=submission.files,
        links={f"data/{name}": str(data.public(name)) for name in exercise.data},
        artifacts=tuple(dict.fromkeys(name for check in checks for name in check.artifacts)),
        limits=exercise.limits.longer_by(2 * profile_seconds),
        fresh_runtime=exercise.fresh_runtime,
    )


def clean_job(
    exercise: Exercise, outcome: Outcome, checks: Sequence[Check], part: Part, data: DataSource
) -> Job:
    """Asks ``part`` of the checks in a process that has the artifacts and no learner code."""
    job = question(_artifact_files(outcome), checks, part, data)
    links = {f"data/{name}": str(data.public(name)) for name in exercise.data}
    return replace(job, links=links, limits=exercise.limits)


def question(
    files: Mapping[str, bytes], checks: Sequence[Check], part: Part, data: DataSource
) -> Job:
    """Asks ``part`` of the checks about files, in a process that has nothing else."""
    task = Task(
        probes=[Probe(check=to_wire(check), part=part) for check in checks],
        seed=SEED,
        observe=False,
    )
    inputs = _hidden_inputs(checks, data)
    return Job(task=msgspec.json.encode(task), files={**files, **inputs})


def _artifact_files(outcome: Outcome) -> dict[str, bytes]:
    return {
        name: artifact.content
        for name, artifact in outcome.artifacts.items()
        if artifact.content is not None
    }


def _hidden_inputs(checks: Sequence[Check], data: DataSource) -> dict[str, bytes]:
    """Inputs only: labels never enter a sandbox."""
    names = dict.fromkeys(check.hidden for check in checks if check.hidden)
    return {f"{name}_hidden_inputs.npz": _inputs(data.hidden(name)) for name in names}


def _inputs(arrays: Mapping[str, np.ndarray]) -> bytes:
    stored = io.BytesIO()
    inputs: dict[str, Any] = {k: v for k, v in arrays.items() if k.startswith("inputs")}
    np.savez(stored, **inputs)
    return stored.getvalue()
