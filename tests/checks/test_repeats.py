"""The same numbers twice, and others for another seed."""

from typing import Any

import pytest

from etude.checks.repeats import Repeats
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = Repeats(
    of=Call(function="run", args=(1,)), other=Call(function="run", args=(2,)), name="repeats"
)
SAME = {"values": 3, "apart": 0.0, "first": "1", "second": "1"}
APART = {"values": 3, "apart": 0.2, "first": "0.5", "second": "0.7"}
PROGRAM = """\
import random
import keras
import numpy as np
def run(seed):
    {}
"""


def test_passes_equal_runs_of_which_another_seed_differs() -> None:
    assert CHECK.judge({"two_runs": SAME, "other_seed": APART}).status is Status.PASSED


def test_tells_both_numbers_of_runs_that_differ() -> None:
    verdict = CHECK.judge({"two_runs": APART, "other_seed": APART})

    assert verdict.status is Status.FAILED
    assert verdict.received == "0.5 the first time and 0.7 the second"


def test_fails_when_the_seed_makes_no_difference() -> None:
    verdict = CHECK.judge({"two_runs": SAME, "other_seed": SAME})

    assert verdict.status is Status.FAILED
    assert "use the seed" in verdict.attempt


def test_fails_when_there_is_nothing_to_compare() -> None:
    assert CHECK.judge({"two_runs": SAME | {"values": 0}}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("return np.random.default_rng(seed).random(3)", Status.PASSED),
        ("return np.random.default_rng().random(3)", Status.FAILED),
        ("return np.random.default_rng(7).random(3)", Status.FAILED),
        ("keras.utils.set_random_seed(seed); return [random.random()]", Status.PASSED),
        ("np.random.seed(seed); return [random.random()]", Status.FAILED),
        ("return None", Status.FAILED),
    ],
)
def test_calls_the_function_three_times(probe: Any, body: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(body))).status is status


@pytest.mark.tensorflow
def test_compares_the_weights_of_models(probe: Any) -> None:
    made = "return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])"

    seeded = probe(CHECK, PROGRAM.format(f"keras.utils.set_random_seed(seed); {made}"))
    unseeded = probe(CHECK, PROGRAM.format(made))

    assert CHECK.judge(seeded).status is Status.PASSED
    assert CHECK.judge(unseeded).status is Status.FAILED
    assert unseeded["two_runs"]["function"] == "run"
