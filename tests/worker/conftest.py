"""Runs small programs in the warm worker and hands over what was recorded."""

from collections.abc import Mapping

import msgspec
import pytest
from watched import Seen, Watch

from etude.diagnoses.evidence import gather
from etude.diagnoses.source import Source
from etude.domain.job import Job, Limits
from etude.domain.task import Task
from etude.sandbox import Sandbox

FILE = "program.py"


@pytest.fixture
def watch(warm_sandbox: Sandbox) -> Watch:
    """No recorder of ours may have failed silently."""

    def run(
        program: str,
        *,
        observe: bool = True,
        others: Mapping[str, str] | None = None,
        fresh_runtime: bool = False,
        retrain_seconds: float = 0.0,
    ) -> Seen:
        files = {FILE: program.encode()} | {k: v.encode() for k, v in (others or {}).items()}
        task = Task(
            program=FILE,
            as_script=True,
            sources=sorted(files),
            observe=observe,
            retrain_seconds=retrain_seconds,
        )
        job = Job(
            task=msgspec.json.encode(task),
            files=files,
            limits=Limits().longer_by(retrain_seconds),
            fresh_runtime=fresh_runtime,
        )
        outcome = warm_sandbox.run(job)
        failures = [f for f in outcome.frames if f["kind"] == "recorder_failed"]
        assert not failures
        source = Source(FILE, program)
        return Seen(outcome, gather(outcome.frames, source, reason=outcome.reason))

    return run
