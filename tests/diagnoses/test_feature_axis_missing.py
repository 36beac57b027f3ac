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
