"""Evidence of small programs, run in the warm worker."""

from collections.abc import Callable
from functools import partial

import pytest
from corpus import observed

from etude.diagnoses.evidence import Evidence
from etude.sandbox import Sandbox


@pytest.fixture
def evidence_of(warm_sandbox: Sandbox) -> Callable[[str], Evidence]:
    """``evidence_of(text)`` runs it as a script; its global datasets and models are described."""
    return partial(observed, warm_sandbox)
