"""A LiteRT file takes and gives what a device expects, computed with the numbers it has."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.lite_contract import LiteContract
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
CHECK = LiteContract(artifact="model.tflite", takes=(4,), gives=(2,), name="lite")
INTEGERS = LiteContract(
    artifact="model.tflite", takes=(4,), gives=(2,), dtype="uint8", integers_only=True, name="lite"
)


def end(*shape: int | None, dtype: str = "float32") -> dict[str, Any]:
    return {"name": "x", "dtype": dtype, "shape": list(shape)}


def lite(**changed: Any) -> dict[str, Any]:
    told = {
        "inputs": [end(None, 4)],
        "outputs": [end(None, 2)],
        "operators": ["FULLY_CONNECTED"],
        "types": {"float32": 4},
    }
    return {"lite": told | changed}


def whole(dtype: str, **types: int) -> dict[str, Any]:
    ends = {"inputs": [end(1, 4, dtype=dtype)], "outputs": [end(1, 2, dtype=dtype)]}
    return lite(**ends, types=types)


def test_a_file_as_it_was_asked_for_passes() -> None:
    assert CHECK.judge(lite()).status is Status.PASSED
    assert INTEGERS.judge(whole("uint8", uint8=2, int8=5, int32=2)).status is Status.PASSED


@pytest.mark.parametrize(
    ("changed", "received"),
    [
        ({"inputs": [end(None, 28, 28)]}, "float32 (n, 28, 28)"),
        ({"inputs": [end(None, 4), end(None, 1)]}, "float32 (n, 4), float32 (n, 1)"),
        ({"outputs": [end(None, 3)]}, "float32 (n, 3)"),
        ({"inputs": [end(None, 4, dtype="int8")]}, "int8 (n, 4)"),
        ({"operators": ["ADD", "FlexErf"]}, "FlexErf"),
    ],
)
def test_what_differs_is_told(changed: Any, received: str) -> None:
    verdict = CHECK.judge(lite(**changed))

    assert verdict.status is Status.FAILED
    assert verdict.received == received


def test_a_file_that_was_to_keep_its_weights_may_hold_no_smaller_ones() -> None:
    check = LiteContract(artifact="model.tflite", takes=(4,), gives=(2,), unquantised=True)

    assert check.judge(lite()).status is Status.PASSED
    halved = check.judge(lite(types={"float32": 4, "float16": 2}))
    assert halved.received == "2 tensors of float16"
    assert "converter.optimizations" in halved.attempt


def test_real_numbers_in_between_are_counted() -> None:
    verdict = INTEGERS.judge(whole("uint8", uint8=2, int8=3, float32=2))

    assert verdict.received == "2 of its 7 tensors hold real numbers"


CONVERTED = """
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(2)])
converter = tf.lite.TFLiteConverter.from_keras_model(model)
MORE
with open("model.tflite", "wb") as file:
    file.write(converter.convert())
"""
QUANTISED = """
converter.optimizations = [tf.lite.Optimize.DEFAULT]
examples = np.random.rand(20, 1, 4).astype("float32")
converter.representative_dataset = lambda: ([example] for example in examples)
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = converter.inference_output_type = tf.uint8
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(("check", "more"), [(CHECK, ""), (INTEGERS, QUANTISED)])
def test_a_converted_model_is_described(check: LiteContract, more: str, probe: Probe) -> None:
    found = probe(check, CONVERTED.replace("MORE", more), reload=True)

    assert check.judge(found).status is Status.PASSED, found


@pytest.mark.tensorflow
def test_a_float_file_is_not_taken_for_integers(probe: Probe) -> None:
    found = probe(INTEGERS, CONVERTED.replace("MORE", ""), reload=True)

    assert INTEGERS.judge(found).received == "float32 (n, 4)"


@pytest.mark.tensorflow
def test_what_is_no_such_file_is_the_learners(probe: Probe) -> None:
    found = probe(CHECK, "open('model.tflite', 'w').write('a model')", reload=True)

    assert "is no LiteRT model" in found["error"]["message"]
