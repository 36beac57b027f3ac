"""What is found in a text must count once, however often it occurs."""

from typing import Any

import pytest
from described_models import model

from etude.checks.counts_once import CountsOnce
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = CountsOnce(of=Name(name="model"), words=(5, 9))
PROGRAM = """\
import keras
from keras import layers
keras.utils.set_random_seed(1)
model = keras.Sequential([
    keras.Input((None,), dtype="int64"),
    layers.Embedding(20, 8),
    layers.Conv1D(6, 3, padding="{padding}", activation="relu"),
    layers.{pooling}(),
    layers.Dense(2, activation="softmax"),
])
"""


def test_the_same_answer_passes_and_another_is_told() -> None:
    described = {"model": model()["model"]}

    assert CHECK.judge({**described, "apart": 1e-6}).status is Status.PASSED
    assert "differ by up to 0.2" in CHECK.judge({**described, "apart": 0.2}).received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("padding", "pooling", "status"),
    [
        ("same", "GlobalMaxPooling1D", Status.PASSED),
        ("valid", "GlobalMaxPooling1D", Status.PASSED),
        ("same", "GlobalAveragePooling1D", Status.FAILED),
    ],
)
def test_makes_a_text_longer(probe: Any, padding: str, pooling: str, status: Status) -> None:
    program = PROGRAM.format(padding=padding, pooling=pooling)

    assert CHECK.judge(probe(CHECK, program)).status is status
