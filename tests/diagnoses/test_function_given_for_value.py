"""Methods that nobody called, where somebody calculates with them."""

from dataclasses import replace

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import function_given_for_value as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Data, Fit

OPERAND = "unsupported operand type(s) for -: 'float' and 'builtin_function_or_method'"


def _stopped(program: str, message: str, line: int, kind: str = "TypeError") -> Evidence:
    frames = [ErrorFrame(file="submission.py", line=line, function="")]
    error = Error(type=kind, message=message, frames=frames)
    return replace(evidence(program=program), errors=[error])


@pytest.mark.parametrize(
    ("program", "message", "line", "about"),
    [
        ("mean = x.mean\ny = x - mean\n", OPERAND, 1, "mean"),
        ("mean, spread = x.mean, x.std()\ny = (x - mean) / spread\n", OPERAND, 1, "mean"),
        (
            "a = 1\nfor row in d.take:\n    a = row\n",
            "'method' object is not iterable",
            2,
            "d.take",
        ),
        ("a = 1\nn = len(x.tolist)\n", "object of type 'method' has no len()", 2, "x.tolist"),
        ("w = layer.get_weights\nprint(w[0])\n", "'method' object is not subscriptable", 1, "w"),
        ("h = m.fit\nprint(h.history)\n", "'function' object has no attribute 'history'", 1, "h"),
        (
            "def build(): pass\nm = build\nm.compile('adam')\n",
            "'function' object has no attribute 'compile'",
            2,
            "m",
        ),
        ("a = 1\nm.fit(d.batch)\n", "Unrecognized data type: x=<bound method f>", 2, "d.batch"),
    ],
)
def test_points_at_the_brackets_that_are_missing(
    program: str, message: str, line: int, about: str
) -> None:
    stops = 3 if program.startswith("def") else 2

    finding = diagnosis.match(_stopped(program, message, stops))

    assert finding is not None
    assert (finding.line, finding.about) == (line, about)
    assert finding.change.endswith("()")


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("mean = x.mean()\ny = x - mean\n", "unsupported operand type(s) for -: 'float' and 'str'"),
        ("mean = x.mean()\ny = x - mean\n", OPERAND),  # whatever it is, no name here says so
        ("mean = x.mean\ny = x - mean\n", "'float' object is not callable"),
        ("a = 1\ny = x.left - x.right\n", OPERAND),  # one of two
    ],
)
def test_is_silent_where_nothing_says_that_a_method_was_named(program: str, message: str) -> None:
    assert diagnosis.match(_stopped(program, message, 2)) is None


def test_is_silent_without_an_error() -> None:
    assert diagnosis.match(evidence(program="mean = x.mean\n")) is None


def test_labels_that_are_a_method_are_told_by_what_fit_was_given() -> None:
    data = Data(role="fit", kind="other", type="(ndarray, method)", line=2)
    stop = Fit(index=0, line=2, model=model(dense(1), loss="mse"), train=data)
    message = "Unrecognized data type: x=[[1.]] (of type <class 'numpy.ndarray'>)"
    found = _stopped("y = t.to_numpy\nm.fit(x, y)\n", message, 2, kind="ValueError")

    finding = diagnosis.match(replace(found, fits=[stop]))

    assert finding is not None
    assert finding.line == 1
    assert diagnosis.match(found) is None
