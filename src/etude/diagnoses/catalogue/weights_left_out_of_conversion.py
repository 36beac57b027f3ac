"""
A converted function has lost its weights: the LiteRT file holds empty variables in their place.

## Why it hurts
`from_concrete_functions(functions, trackable)` keeps the variables of the second argument as variables of the file, and does
not write what is in them when they are those of a Keras 3 model. The file is a few kB large, is loaded without a word,
and answers NaN. Left out, the variables become constants of the file.

## Example
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(128)])


    @tf.function(input_signature=[tf.TensorSpec((1, 64), tf.float32)])
    def answer(values):
        return model(values, training=False)


    converter = tf.lite.TFLiteConverter.from_concrete_functions([answer.get_concrete_function()], model)
    content = converter.convert()

## Instead
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(128)])


    @tf.function(input_signature=[tf.TensorSpec((1, 64), tf.float32)])
    def answer(values):
        return model(values, training=False)


    converter = tf.lite.TFLiteConverter.from_concrete_functions([answer.get_concrete_function()])
    content = converter.convert()
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-5", "deploy-2")
GUIDE = "LiteRT guide: Convert TensorFlow models"
EXPLAINS = ("saved_without_preprocessing", "nan_loss")

_MAKES = "from_concrete_functions"
_TRACKABLE = 1  # from_concrete_functions(funcs, trackable_obj)


def match(evidence: Evidence) -> Finding | None:
    written = _with_trackable(evidence.source)
    for call in evidence.calls_of("TFLiteConverter.convert"):
        size = call.arguments.get("bytes")
        least = call.model.parameters if call.model is not None else 0  # one byte each
        if written is not None and size is not None and size < least:
            return Finding(
                line=call_line(written),
                evidence=f"the file has {size:,} bytes, and the model {least:,} weights: they are not in it",
                change="leave out the second argument, or use TFLiteConverter.from_keras_model",
            )
    return None


def _with_trackable(source: Source) -> ast.Call | None:
    for call in source.calls(_MAKES):
        if len(call.args) > _TRACKABLE or any(k.arg == "trackable_obj" for k in call.keywords):
            return call
    return None
