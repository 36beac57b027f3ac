"""The examples on every diagnosis's page do what the page says."""

from collections.abc import Callable

import pytest
from corpus import wrong_programs

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow
NAMES = sorted(catalogue())
MEASURED = {program.diagnosis for program in wrong_programs()}
# With so many programs, all but those that the corpus has no program of wait for the longer tests.
EXAMPLES = [
    pytest.param(name, marks=[pytest.mark.slow] if name in MEASURED else []) for name in NAMES
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_is_recognised(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    diagnosis = catalogue()[name]

    evidence = evidence_of(diagnosis.example)

    finding = diagnosis.match(evidence)
    assert finding is not None, evidence.errors
    assert 0 < finding.line <= len(diagnosis.example.splitlines())


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_mended_example_is_not(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(catalogue()[name].instead)

    found = {other for other, diagnosis in catalogue().items() if diagnosis.match(evidence)}

    assert not evidence.errors
    assert found == set()
