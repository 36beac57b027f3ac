"""A function that draws gives each outcome as often as it should."""

import pytest

from etude.checks.draws_with_probabilities import DrawsWithProbabilities
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = DrawsWithProbabilities(
    of=Call(function="draw", label="draw()"), probabilities=[0.25, 0.75], draws=200
)


def test_shares_near_the_probabilities_pass() -> None:
    assert CHECK.judge({"counts": {"0": 60, "1": 140}}).status is Status.PASSED


def test_shares_far_from_them_fail() -> None:
    verdict = CHECK.judge({"counts": {"0": 100, "1": 100}})

    assert verdict.expected == "in 200 draws, shares of about 0.25, 0.75"
    assert verdict.received == "shares of 0.50, 0.50"


def test_an_outcome_that_there_is_not_fails() -> None:
    assert CHECK.judge({"counts": {"2": 200}}).received == "the number 2"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("drawn", "status"),
    [
        ("np.random.choice(2, p=[0.25, 0.75])", Status.PASSED),
        ("tf.random.categorical([[0.0, 1.0986]], 1)[0, 0]", Status.PASSED),
        ("1", Status.FAILED),
        ("0.5", Status.FAILED),
        ("tf.random.categorical([[0.0, 1.0986]], 2)", Status.FAILED),
    ],
)
def test_calls_the_function_again_and_again(  # type: ignore[no-untyped-def]
    probe, drawn: str, status: Status
) -> None:
    program = f"import numpy as np\nimport tensorflow as tf\ndef draw():\n    return {drawn}\n"

    assert CHECK.judge(probe(CHECK, program)).status is status
