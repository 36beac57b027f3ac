"""
The examples for quantising are yielded as bare arrays, and the converter wants a list of one array per input.

## Why it hurts
A model may have several inputs, so each example is a list with an array for every one of them, or a dictionary by name,
even when there is only one. The message "You need to provide either a dictionary ..." quotes the example's numbers.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


    def examples():
        for _ in range(10):
            yield np.random.rand(1, 4).astype("float32")


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = examples
    content = converter.convert()

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


    def examples():
        for _ in range(10):
            yield [np.random.rand(1, 4).astype("float32")]


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = examples
    content = converter.convert()
"""

from etude.diagnoses.conversions import line_of_examples
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-5",)
GUIDE = "LiteRT guide: Post-training quantization"
EXPLAINS = ("examples_on_other_scale",)

_REFUSED = "either a dictionary with input names"


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("TFLiteConverter.convert"):
        if _REFUSED in call.error:
            return Finding(
                line=line_of_examples(evidence.source, call),
                evidence=f"convert in line {call.line} was given an example that is neither a list nor a dictionary",
                change="yield [array], a list with one array per input of the model",
            )
    return None
