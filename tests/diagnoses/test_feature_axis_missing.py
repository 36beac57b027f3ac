"""Sequences without an axis for features, met by a convolution in a real program."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import feature_axis_missing
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

PROGRAM = """\
import keras, numpy as np
x = np.random.default_rng(0).normal(size=(32, 10{axis})).astype("float32")
model = keras.Sequential([keras.layers.Conv1D(4, 3, activation="relu"), keras.layers.Flatten()])
model.compile(loss="mse")
model.fit(x, np.zeros((32, 32)), verbose=0)
"""


@pytest.mark.parametrize(("axis", "fires"), [("", True), (", 1", False)])
def test_fires_only_without_the_axis(
    evidence_of: Callable[[str], Evidence], axis: str, fires: bool
) -> None:
    finding = feature_axis_missing.match(evidence_of(PROGRAM.format(axis=axis)))

    assert (finding is not None) == fires
    assert finding is None or finding.line == 5


def test_a_vector_of_a_dense_layer_has_to_be_repeated(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = """\
import keras
model = keras.Sequential([keras.Input((1,))])
model.add(keras.layers.Dense(32, activation="relu"))
model.add(keras.layers.LSTM(9, return_sequences=True))
"""

    finding = feature_axis_missing.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 4
    assert "Dense(32) in line 3 gives one vector" in finding.evidence
    assert "RepeatVector(steps)" in finding.change
    assert "input_shape" not in finding.change


def test_what_reads_a_sequence_lacks_the_steps_in_the_shape_of_its_inputs(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = """\
import keras
model = keras.Sequential()
model.add(keras.layers.Dense(5, input_shape=(1,)))
model.add(keras.layers.LSTM(32))
"""

    finding = feature_axis_missing.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 4
    assert finding.change.startswith("if the examples are sequences, say so where the model begins")
