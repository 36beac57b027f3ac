"""Statistics of the training rows, and of no others."""

from typing import Any

import pytest

from etude.checks.normalizes_by import NormalizesBy
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = NormalizesBy(of=Name(name="model"), rows=Name(name="learnt"), name="scaled")
PROGRAM = """\
import keras
import numpy as np
rows = np.random.default_rng(0).normal([5.0, 300.0], [1.0, 40.0], (50, 2)).astype("float32")
learnt = rows[:40]
scale = keras.layers.{}
model = keras.Sequential([keras.Input((2,)), scale, keras.layers.Dense(1)])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layer", "status"),
    [
        ("Normalization()\nscale.adapt(learnt)", Status.PASSED),
        ("Normalization(mean=learnt.mean(0), variance=learnt.var(0))", Status.PASSED),
        ("BatchNormalization()", Status.PASSED),
        ("Normalization()\nscale.adapt(rows)", Status.FAILED),
        ("Normalization()\nscale.adapt(rows[40:])", Status.FAILED),
    ],
)
def test_compares_the_means_of_the_layer(probe: Any, layer: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(layer))).status is status
