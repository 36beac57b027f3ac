"""The number of epochs of a call."""

from typing import Any

import pytest

from etude.checks.runs_epochs import RunsEpochs
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = RunsEpochs(of=Call(function="train"), epochs=2, name="epochs")
PROGRAM = """\
import keras
import numpy as np
def train():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    {}
def fit(model, epochs):
    model.fit(np.ones((4, 1)), np.ones(4), epochs=epochs, verbose=0)
train()
"""


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("fit(model, 2)", ""),
        ("[fit(model, 1) for _ in range(2)]", ""),
        ("fit(model, 0)", "0"),
        ("fit(model, 3)", "3"),
        ("pass", "no call of fit"),
    ],
)
def test_counts_the_epochs_of_one_call(probe: Any, line: str, received: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(line)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert verdict.received == received
