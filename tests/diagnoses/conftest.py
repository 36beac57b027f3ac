"""Evidence of small programs, run in the warm worker."""

from collections.abc import Callable

import msgspec
import pytest

from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.job import Job
from etude.domain.task import Task
from etude.sandbox import Sandbox

FILE = "program.py"


@pytest.fixture
def evidence_of(warm_sandbox: Sandbox) -> Callable[[str], Evidence]:
    """``evidence_of(text)`` runs it as a script; its global datasets and models are described."""

    def observe(program: str) -> Evidence:
        task = Task(program=FILE, as_script=True, sources=[FILE], describe_globals=True)
        job = Job(task=msgspec.json.encode(task), files={FILE: program.encode()})
        outcome = warm_sandbox.run(job)
        return gather(outcome.frames, Source(FILE, program), reason=outcome.reason)

    return observe
