"""A classifier must have one output per class."""

from typing import Any

import pytest

from etude.checks.one_output_per_class import OneOutputPerClass
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = OneOutputPerClass(
    name="outputs", model=Name(name="model"), data=Name(name="data"), classes=("a", "b", "c")
)
PROGRAM = """
import keras, numpy as np, tensorflow as tf
data = tf.data.Dataset.from_tensor_slices((np.ones((8, 2), "float32"), np.zeros(8))).batch(4)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(UNITS)])
"""


def test_as_many_outputs_as_classes_pass() -> None:
    assert CHECK.judge({"shape": [16, 3], "examples": 16}).status is Status.PASSED


@pytest.mark.parametrize("shape", [[16, 10], [16, 2], [16, 1], [16], [16, 3, 1]])
def test_another_number_is_told(shape: list[int]) -> None:
    verdict = CHECK.judge({"shape": shape, "examples": 16})

    assert verdict.expected == "3 outputs for each of 16 examples"
    assert verdict.received == f"outputs of shape {tuple(shape)}"


@pytest.mark.tensorflow
@pytest.mark.parametrize(("units", "status"), [("3", Status.PASSED), ("10", Status.FAILED)])
def test_the_probe_runs_the_model_on_a_batch(probe: Any, units: str, status: Status) -> None:
    facts = probe(CHECK, PROGRAM.replace("UNITS", units))

    assert CHECK.judge(facts).status is status
    assert facts["made"][0]["wanted_outputs"] == [[3]]
    assert facts["model"][0]["kind"] == "sequential"
