"""A model gives the very outputs that the statement names for some inputs."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from etude.checks.gives_outputs import GivesOutputs
from etude.checks.values import Name, Texts
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
CHECK = GivesOutputs(
    of=Name(name="model"),
    inputs=Texts(texts=("a", "z", "b")),
    outputs=((1.0, 0.0), (0.0, 0.0), (0.0, 1.0)),
    name="gives",
)
RIGHT = np.array(CHECK.outputs, dtype=np.float32)
MODEL = {"key": "1", "kind": "sequential"}


def told(outputs: Any, **more: Any) -> Any:
    facts = {"model": MODEL, "outputs": outputs, "asked": ["'a'", "'z'", "'b'"]}
    return CHECK.judge({**facts, **more})


def test_the_right_numbers_pass() -> None:
    assert told(RIGHT + 1e-7).status is Status.PASSED


def test_the_first_wrong_row_is_told() -> None:
    verdict = told(RIGHT[[0, 2, 1]])

    assert verdict.expected == "[0, 0] for 'z'"
    assert verdict.received == "[0, 1]; 2 of 3 rows are wrong"


def test_another_shape_is_told() -> None:
    assert told(RIGHT[:, :1]).received == "shape (3, 1)"
    assert told(None, outputs_are="a list of 2 outputs").received == "a list of 2 outputs"


PROGRAM = """
import keras, tensorflow as tf
class Columns(keras.layers.Layer):
    def call(self, texts):
        return tf.cast(tf.equal(texts, tf.constant(["a", "b"])), "float32")
model = keras.Sequential([keras.Input((1,), dtype="string"), Columns()])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("words", "status"), [('"a", "b"', Status.PASSED), ('"b", "a"', Status.FAILED)]
)
def test_a_model_is_asked(words: str, status: Status, probe: Probe) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.replace('"a", "b"', words)))

    assert verdict.status is status
