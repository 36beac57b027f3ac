"""One right answer for each case."""

from typing import Any

import pytest

from etude.checks.tells_apart import Case, TellsApart
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = TellsApart(
    cases=(
        Case(of=Call(function="sign", args=([1, 2],)), answer="up", told="a rise"),
        Case(of=Call(function="sign", args=([2, 1],)), answer="down", told="a fall"),
    ),
    what="rises and falls",
    name="tells",
)


def test_passes_right_answers() -> None:
    assert CHECK.judge({"answers": ["up", "down"]}).status is Status.PASSED


def test_tells_the_first_wrong_case_and_how_many_are_right() -> None:
    verdict = CHECK.judge({"answers": ["up", "up"]})

    assert verdict.status is Status.FAILED
    assert verdict.expected == "'down' for a fall"
    assert verdict.received == "'up'; 1 of 2 cases are right"


def test_numbers_may_be_off_by_rounding_and_truth_values_may_not() -> None:
    of = Call(function="f")
    number = TellsApart(cases=(Case(of=of, answer=0.5, told="x"),), what="", within=0.01)
    truth = TellsApart(cases=(Case(of=of, answer=True, told="x"),), what="")

    assert number.judge({"answers": [0.509]}).status is Status.PASSED
    assert number.judge({"answers": [0.52]}).status is Status.FAILED
    assert truth.judge({"answers": [None]}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("result", "status"),
    [
        ("'up' if series[0] < series[1] else 'down'", Status.PASSED),
        ("'up'", Status.FAILED),
        ("None", Status.FAILED),
        ("object()", Status.FAILED),
    ],
)
def test_asks_the_function(probe: Any, result: str, status: Status) -> None:
    program = f"def sign(series):\n    return {result}\n"

    assert CHECK.judge(probe(CHECK, program)).status is status
