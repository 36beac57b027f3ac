"""Outputs that may be any number."""

from typing import Any

import pytest

from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = UnboundedOutputs(of=Name(name="model"), name="unbounded")
PROGRAM = """\
import keras
from keras import layers
model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="relu"), {}])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("last", "received"),
    [
        ("layers.Dense(1)", ""),
        ("layers.Dense(1), layers.Rescaling(10.0, 5.0)", ""),
        ('layers.Dense(1, activation="relu")', "Dense with relu: no value below 0"),
        ("layers.Dense(1), layers.ReLU()", "relu: no value below 0"),
        ('layers.Dense(1, activation="sigmoid")', "Dense with sigmoid: values from 0 to 1"),
    ],
)
def test_looks_at_the_activation_of_the_last_layer(probe: Any, last: str, received: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(last)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received


@pytest.mark.tensorflow
@pytest.mark.parametrize(("asked", "status"), [((1,), Status.PASSED), ((0,), Status.FAILED)])
def test_looks_at_the_outputs_that_are_asked_about(
    probe: Any, asked: tuple[int, ...], status: Status
) -> None:
    check = UnboundedOutputs(of=Name(name="model"), outputs=asked)
    program = """
import keras
inputs = keras.Input((3,))
kind = keras.layers.Dense(2, activation="softmax")(inputs)
model = keras.Model(inputs, [kind, keras.layers.Dense(1)(inputs)])
"""

    assert check.judge(probe(check, program)).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("activation", "status"), [("relu", Status.PASSED), ("sigmoid", Status.FAILED)]
)
def test_counts_may_be_kept_from_falling_below_zero(
    probe: Any, activation: str, status: Status
) -> None:
    check = UnboundedOutputs(of=Name(name="model"), above_zero=True)
    last = f'layers.Dense(1, activation="{activation}"), layers.Rescaling(200.0)'

    assert check.judge(probe(check, PROGRAM.format(last))).status is status
