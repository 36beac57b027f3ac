"""What a program converts to LiteRT, and which examples the converter drew, is recorded."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

CONVERTS = """
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
def examples():
    for i in range(5):
        yield [np.full((1, 4), i, "float32")]
converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.representative_dataset = examples
MORE
content = converter.convert()
print(len(content) > 500, converter.representative_dataset is examples)
"""
OPTIMISES = "converter.optimizations = [tf.lite.Optimize.DEFAULT]"


def test_a_conversion_is_recorded_with_what_it_drew(watch: Watch) -> None:
    seen = watch(CONVERTS.replace("MORE", OPTIMISES))
    (call,) = seen.evidence.calls_of("TFLiteConverter.convert")

    assert call.line == 10
    assert call.model is not None
    assert call.model.parameters == 10
    assert call.arguments["optimizations"] == 1
    assert [call.arguments[name] for name in ("examples", "low", "high")] == [5, 0.0, 4.0]
    assert seen.outcome.stdout.endswith("True True\n")
    assert not seen.frames("recorder_failed")


def test_examples_that_are_not_drawn_are_told_apart_from_none(watch: Watch) -> None:
    (offered,) = watch(CONVERTS.replace("MORE", "")).evidence.calls_of("TFLiteConverter.convert")

    assert offered.arguments["examples"] == 0
    assert offered.arguments["optimizations"] == 0


def test_every_kind_of_converter_is_recorded_once(watch: Watch) -> None:
    program = """
import keras, tensorflow as tf
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.export("saved", verbose=False)
tf.lite.TFLiteConverter.from_saved_model("saved").convert()
@tf.function(input_signature=[tf.TensorSpec((1, 4))])
def answer(x):
    return model(x)
tf.lite.TFLiteConverter.from_concrete_functions([answer.get_concrete_function()], model).convert()
"""
    calls = watch(program).evidence.calls_of("TFLiteConverter.convert")

    assert [(call.line, call.arguments["examples"]) for call in calls] == [(5, None), (9, None)]


def test_a_conversion_that_fails_fails_as_without_us(watch: Watch) -> None:
    seen = watch(CONVERTS.replace("MORE", OPTIMISES).replace("yield [", "yield 3 or ["))

    (call,) = seen.evidence.calls_of("TFLiteConverter.convert")

    assert "You need to provide" in call.error
    assert "You need to provide" in seen.outcome.detail
