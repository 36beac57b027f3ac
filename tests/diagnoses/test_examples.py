"""The examples on every diagnosis's page do what the page says."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow
NAMES = sorted(catalogue())


@pytest.mark.parametrize("name", NAMES)
def test_the_example_is_recognised(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    diagnosis = catalogue()[name]

    evidence = evidence_of(diagnosis.example)

    finding = diagnosis.match(evidence)
    assert finding is not None, evidence.errors
    assert 0 < finding.line <= len(diagnosis.example.splitlines())


@pytest.mark.slow  # with so many programs, half of them have to wait for the longer tests
@pytest.mark.parametrize("name", NAMES)
def test_the_mended_example_is_not(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(catalogue()[name].instead)

    found = {other for other, diagnosis in catalogue().items() if diagnosis.match(evidence)}

    assert not evidence.errors
    assert found == set()
