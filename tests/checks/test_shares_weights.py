"""A model that shows what another does must have that one's weights."""

from typing import Any

import pytest
from described_models import model

from etude.checks.shares_weights import SharesWeights
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = SharesWeights(of=Name(name="shown"), other=Name(name="model"))
PROGRAM = """\
import keras
from keras import layers
inputs = keras.Input((4,))
inside = layers.Dense(3)(inputs)
model = keras.Model(inputs, layers.Dense(1)(inside))
shown = keras.Model(inputs, {outputs})
"""


def judged(own: list[str], weights: int = 2) -> Any:
    return CHECK.judge({"model": model()["model"], "own": own, "weights": weights})


def test_shared_weights_pass_and_others_are_told_by_their_layer() -> None:
    assert judged([]).status is Status.PASSED
    assert judged(["dense_2"]).received == "weights of its own in dense_2"
    assert judged([], weights=0).received == "no weights at all"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("outputs", "status"),
    [
        ("layers.Softmax()(inside)", Status.PASSED),
        ("layers.Dense(3)(inputs)", Status.FAILED),
        ("layers.Softmax()(inputs)", Status.FAILED),
    ],
)
def test_looks_at_the_weights_themselves(probe: Any, outputs: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(outputs=outputs))).status is status
