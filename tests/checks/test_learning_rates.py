"""The learning rate at stated steps."""

from typing import Any

import pytest

from etude.checks.learning_rates import LearningRates
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = LearningRates(
    of=Name(name="rate"), steps=(0, 5, 10), rates=(0.1, 0.05, 0.0), what="falls", name="rates"
)
LINE = "keras.optimizers.schedules.PolynomialDecay(0.1, {steps}, 0.0)"
PROGRAM = """\
import keras
rate = {}
"""


def test_passes_rates_that_are_near_enough() -> None:
    facts = {"rates": [0.1, 0.0505, 0.0], "type": "CosineDecay"}

    assert CHECK.judge(facts).status is Status.PASSED


def test_tells_the_first_step_that_is_wrong_and_all_rates() -> None:
    verdict = CHECK.judge({"rates": [0.1, 0.09, 0.08], "type": "CosineDecay"})

    assert verdict.status is Status.FAILED
    assert verdict.expected == "a learning rate of 0.05 at step 5"
    assert verdict.received == "0.09; at the steps 0, 5, 10 it is 0.1, 0.09, 0.08"


def test_fails_on_a_rate_that_is_no_number() -> None:
    assert CHECK.judge({"rates": [0.1, float("nan"), 0.0], "type": ""}).status is Status.FAILED


def test_says_what_came_instead_of_a_schedule() -> None:
    assert CHECK.judge({"rates": None, "type": "NoneType"}).received == "None"
    assert CHECK.judge({"rates": None, "type": "float"}).received == "a float"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("rate", "status"),
    [
        (LINE.format(steps=10), Status.PASSED),
        (LINE.format(steps=20), Status.FAILED),
        (f"keras.optimizers.Adam({LINE.format(steps=10)})", Status.PASSED),
        ("keras.optimizers.Adam(0.1)", Status.FAILED),
        ("lambda step: 0.1 - 0.01 * step", Status.PASSED),
        ("0.1", Status.FAILED),
    ],
)
def test_asks_schedules_optimizers_and_functions(probe: Any, rate: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(rate))).status is status


@pytest.mark.tensorflow
def test_asks_the_optimizer_of_a_model_and_leaves_it_as_it_was(probe: Any) -> None:
    program = f"""\
import keras
rate = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
rate.compile(optimizer=keras.optimizers.SGD({LINE.format(steps=10)}), loss="mse")
"""

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED
