"""Functions for other elements than ``map`` has."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import map_function_takes_other_arguments as diagnosis

PAIRS = "def scaled(picture):\n    return picture / 255\ndata = data.map(scaled)\n"
SECOND = "f.<locals>.tf__scaled() takes 1 positional argument but 2 were given"
DICTIONARIES = "def scaled(picture, label):\n    return picture, label\ndata = data.map(scaled)\n"
MISSING = "tf__scaled() missing 1 required positional argument: 'label'"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (PAIRS, SECOND, "scaled(picture, label), which returns (..., label)"),
        (DICTIONARIES, MISSING, 'element["image"]'),
        (
            "\n\ndata.map(lambda a: a)\n",
            "<lambda>() takes 1 positional argument but 3 were given",
            "3",
        ),
    ],
    ids=["pairs", "dictionaries", "a lambda"],
)
def test_points_at_the_function(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(program, message, "TypeError"))

    assert finding is not None
    assert finding.line in (1, 3)
    assert change in finding.change


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (PAIRS, "unsupported operand type(s)"),
        ("\n\nscaled(picture, label)\n", SECOND),
        ("\n\ndata.map(other.scaled)\n", SECOND),
    ],
    ids=["another error", "no map", "a function of another file"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message, "TypeError")) is None
