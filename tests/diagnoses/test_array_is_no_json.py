"""An array, a tensor or a number of NumPy's is to be written as JSON."""

import pytest

from etude.diagnoses.catalogue.array_is_no_json import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

FRAME = ErrorFrame(file="a.py", line=7, function="answer")


def told(message: str, kind: str = "TypeError"):
    error = Error(type=kind, message=message, frames=[FRAME])
    return match(Evidence(source=Source("a.py", ""), errors=[error]))


@pytest.mark.parametrize(
    ("kind", "change"),
    [("ndarray", "array.tolist()"), ("EagerTensor", "numpy()"), ("float32", "float(number)")],
)
def test_what_json_does_not_know_is_told_with_its_line(kind: str, change: str) -> None:
    finding = told(f"Object of type {kind} is not JSON serializable")

    assert finding.line == 7
    assert kind in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize("kind", ["set", "bytes", "Handler", "datetime"])
def test_other_objects_are_left_to_their_own_message(kind: str) -> None:
    assert told(f"Object of type {kind} is not JSON serializable") is None


def test_other_errors_are_left_alone() -> None:
    assert told("unsupported operand", "TypeError") is None
