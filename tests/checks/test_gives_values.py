"""Numbers that a program computes."""

import math
from typing import Any

import numpy as np
import pytest

from etude.checks.gives_values import GivesValues
from etude.checks.values import Call, Name, Numbers
from etude.domain.verdict import Status

CHECK = GivesValues(of=Name(name="MEANS"), equals=[math.nan, 2.0, 3.0], what="means of two days")


def judged(came: Any) -> Any:
    return CHECK.judge({"came": np.array(came, float), "resembles": ""})


def test_passes_numbers_that_are_close_and_gaps_where_they_should_be() -> None:
    assert judged([math.nan, 2.00001, 3.0]).status is Status.PASSED


@pytest.mark.parametrize(
    ("came", "received"),
    [
        ([math.nan, 2.0, 4.0], "[2] = 4"),
        ([1.0, 2.0, 3.0], "[0] = 1"),
        ([math.nan, 2.0], "an array of shape (2,)"),
        (2.0, "one number"),
    ],
)
def test_tells_the_first_number_that_is_off(came: Any, received: str) -> None:
    verdict = judged(came)

    assert verdict.status is Status.FAILED
    assert verdict.received == received


def test_tells_what_is_no_number() -> None:
    assert CHECK.judge({"type": "NoneType"}).received == "a NoneType"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("body", "resembles", "status"),
    [
        ("return values[1:] - values[:-1]", "", Status.PASSED),
        ("return tf.constant([1.0, 2.0, 4.0, 8.0])", "", Status.PASSED),
        ("return values[:-1] - values[1:]", "the other way round", Status.FAILED),
        ("return values", "", Status.FAILED),
        ("return 'differences'", None, Status.FAILED),
    ],
)
def test_asks_a_function_and_knows_a_mistake_again(  # type: ignore[no-untyped-def]
    probe, body: str, resembles: str | None, status: Status
) -> None:
    asked = GivesValues(
        of=Call(function="steps", args=(Numbers(values=[1, 2, 4, 8, 16]),)),
        equals=[1.0, 2.0, 4.0, 8.0],
        what="differences",
        wrong={"the other way round": [-1.0, -2.0, -4.0, -8.0]},
    )

    facts = probe(asked, f"import tensorflow as tf\n\n\ndef steps(values):\n    {body}\n")

    assert facts.get("resembles") == resembles
    assert asked.judge(facts).status is status
