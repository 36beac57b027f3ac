"""Answers that depend on nothing but the example."""

from typing import Any

import pytest

from etude.checks.answers_each_alone import AnswersEachAlone
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

CHECK = AnswersEachAlone(of=Name(name="model"), inputs=Arrays(shape=(8, 3)), name="alone")
PROGRAM = """\
import keras
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = keras.layers.BatchNormalization()
    def call(self, inputs, training=False):
        return {}
model = Own()
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("result", "received"),
    [
        ("self.norm(inputs, training=training)", ""),
        ("self.norm(inputs, training=True)", "for the same example alone"),
        ("inputs - keras.ops.mean(inputs, axis=0)", "for the same example alone"),
        ("inputs + keras.random.normal(keras.ops.shape(inputs))", "the first time and"),
    ],
)
def test_asks_in_a_batch_twice_and_one_by_one(probe: Any, result: str, received: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(result)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received
