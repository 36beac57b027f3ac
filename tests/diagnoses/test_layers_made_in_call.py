"""Layers that live for one call."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import layers_made_in_call as diagnosis

PROGRAM = """\
import keras
from keras import layers
class Net({base}):
    def {method}(self, inputs):
        {line}
        return inputs
"""


def _program(
    line: str = "inputs = layers.Dense(4)(inputs)",
    base: str = "keras.Model",
    method: str = "call",
) -> str:
    return PROGRAM.format(line=line, base=base, method=method)


@pytest.mark.parametrize(
    "line",
    [
        "inputs = layers.Dense(4)(inputs)",
        "dense = keras.layers.Dense(4)",
        "inputs = layers.LSTM(4, return_sequences=True)(inputs)",
    ],
)
@pytest.mark.parametrize("base", ["keras.Model", "layers.Layer"])
def test_fires_where_the_layer_is_made(line: str, base: str) -> None:
    finding = diagnosis.match(evidence(program=_program(line, base)))

    assert finding is not None
    assert finding.line == 5
    assert "each time it runs" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        _program(method="build"),
        _program(method="__init__"),
        _program(base="tf.Module"),
        _program("inputs = layers.Dropout(0.5)(inputs)"),
        _program("self.dense = layers.Dense(4)"),
        _program("inputs = self.dense(inputs)"),
    ],
)
def test_is_silent_on_layers_that_are_kept_or_have_no_weights(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


def test_leaves_what_tensorflow_refuses_to_its_own_diagnosis() -> None:
    refused = evidence(program=_program(), error="tf.function only supports singleton tf.Variables")

    assert diagnosis.match(refused) is None
