"""A function must give one decision for each example, whatever else it is asked about."""

from typing import Any

import pytest

from etude.checks.decides_each_alone import DecidesEachAlone
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = DecidesEachAlone(by=Name(name="praise"), inputs=Name(name="texts"), things="texts")
PROGRAM = """\
import numpy as np
texts = [f"text {{number}}" for number in range(60)]
def praise(texts):
    lengths = np.array([[len(text) + int(text[-1])] for text in texts])
    return {answer}
"""


def facts(whole: list[float], alone: list[list[float]], shape: Any = None) -> dict[str, Any]:
    return {"asked": 3, "shape": shape or [len(whole)], "whole": whole, "alone": alone}


def test_decisions_that_stay_the_same_pass() -> None:
    verdict = CHECK.judge(facts([0, 1, 1], [[0], [1], [1]]))

    assert verdict.status is Status.PASSED
    assert verdict.title == "praise gives 0 or 1 for each of the texts"


def test_another_shape_is_told() -> None:
    column = CHECK.judge(facts([0, 1, 1], [], [3, 1]))
    single = CHECK.judge(facts([0], []))

    assert column.received == "shape (3, 1)"
    assert "gives (n, n)" in column.attempt
    assert single.expected == "shape (3,) for 3 texts: one number for each"
    assert "along the first axis" in single.attempt


def test_a_probability_and_an_answer_that_depends_on_others_are_told() -> None:
    assert CHECK.judge(facts([0, 0.7312, 1], [])).received == "0.7312"
    assert CHECK.judge(facts([0, 1, 1], [[0], [0]])).received == "1 among 3, and 0 alone"


def test_what_is_no_number_is_told() -> None:
    assert CHECK.judge({"type": "object"}).received.startswith("values of type object")


def test_where_any_number_may_come_rounding_is_no_difference() -> None:
    check = DecidesEachAlone(by=Name(name="praise"), inputs=Name(name="texts"), among=())

    assert check.judge(facts([0.25, 0.5, 1.5], [[0.250001]])).status is Status.PASSED
    assert check.judge(facts([0.25, 0.5, 1.5], [[0.3]])).received == "0.25 among 3, and 0.3 alone"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("lengths[:, 0] > 10", Status.PASSED),
        ("list(lengths[:, 0] % 2)", Status.PASSED),
        ("lengths > 10", Status.FAILED),
        ("lengths[:, 0] / 20", Status.FAILED),
        ("lengths[:, 0] >= lengths.max()", Status.FAILED),
    ],
)
def test_asks_a_function_of_the_program(probe: Any, answer: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(answer=answer))).status is status
