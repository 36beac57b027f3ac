"""One loss for each of several outputs."""

from typing import Any

import pytest

from etude.checks.losses_of_outputs import LossesOfOutputs, Output
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

CHECK = LossesOfOutputs(
    of=Name(name="model"),
    inputs=Arrays(shape=(4, 2), fill="normal"),
    outputs=(
        Output(name="kind", labels="integers"),
        Output(name="size", labels="numbers", weight=0.5),
    ),
    name="losses",
)
PROGRAM = """\
import keras
from keras import layers
inputs = keras.Input((2,))
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
size = layers.Dense(1, name="size")(inputs)
model = keras.Model(inputs, [kind, size])
model.compile(loss={loss}, loss_weights={weights})
"""
LOSS = '{"kind": "sparse_categorical_crossentropy", "size": "mse"}'


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("loss", "weights", "received"),
    [
        (LOSS, '{"kind": 1.0, "size": 0.5}', ""),
        (LOSS.replace("mse", "mae"), '{"size": 0.5, "kind": 1.0}', ""),
        ('["sparse_categorical_crossentropy", "mse"]', "[1.0, 0.5]", ""),
        (LOSS, "None", "a weight of 1?"),
        (LOSS, '{"kind": 0.5, "size": 1.0}', "worse labels for kind"),
    ],
)
def test_moves_the_labels_of_one_output_at_a_time(
    probe: Any, loss: str, weights: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(loss=loss, weights=weights)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received


@pytest.mark.slow
@pytest.mark.tensorflow
def test_fails_outputs_that_are_no_probabilities(probe: Any) -> None:
    program = PROGRAM.format(loss=LOSS, weights="[1.0, 0.5]").replace('"softmax"', '"sigmoid"')

    assert "sums that are off" in CHECK.judge(probe(CHECK, program)).received


@pytest.mark.slow
@pytest.mark.tensorflow
def test_fails_a_number_that_an_activation_limits(probe: Any) -> None:
    program = PROGRAM.format(loss=LOSS, weights="[1.0, 0.5]")
    bounded = program.replace("Dense(1, name", 'Dense(1, activation="sigmoid", name')

    verdict = CHECK.judge(probe(CHECK, bounded))

    assert verdict.received == "a last layer with sigmoid"
    assert verdict.line == 5


@pytest.mark.slow
@pytest.mark.tensorflow
def test_fails_a_model_with_another_number_of_outputs(probe: Any) -> None:
    program = "import keras\nmodel = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])"

    assert CHECK.judge(probe(CHECK, program)).received == "1 outputs, not compiled"
