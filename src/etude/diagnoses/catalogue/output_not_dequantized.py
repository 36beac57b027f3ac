"""
The integers that a quantised model answers with are read as if they were probabilities.

## Why it hurts
A model that was converted with integer outputs answers q and means scale * (q - zero_point). Compared with 0.5 as it is, an int8 of 1 says yes
and one of 0 says no, though 0 stands for about a half and -128 for zero: the threshold lies somewhere else than the
program says.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rows = np.random.default_rng(0).random((20, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([row[None]] for row in rows)
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_output_type = tf.int8
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], rows[:1])
    interpreter.invoke()
    answer = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])[0, 0]
    print(answer > 0.5)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rows = np.random.default_rng(0).random((20, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([row[None]] for row in rows)
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_output_type = tf.int8
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], rows[:1])
    interpreter.invoke()
    details = interpreter.get_output_details()[0]
    scale, zero_point = details["quantization"]
    answer = scale * (interpreter.get_tensor(details["index"])[0, 0].astype("float32") - zero_point)
    print(answer > 0.5)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.conversions import is_set_to_integers
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-5", "model-13", "dev-3")
GUIDE = "Google AI Edge: LiteRT inference"
EXPLAINS = ()

_SETS, _READS = "inference_output_type", "get_tensor"


def match(evidence: Evidence) -> Finding | None:
    converted = [c for c in evidence.calls_of("TFLiteConverter.convert") if not c.error]
    if not converted or not is_set_to_integers(evidence.source, _SETS):
        return None
    for compared, threshold in _thresholds(evidence.source):
        if _is_read_as_it_is(evidence.source, compared):
            return Finding(
                line=compared.lineno,
                evidence=f"the model was converted so that it answers with integers, and {ast.unparse(compared)} is compared "
                f"with {threshold:g} as it comes from get_tensor",
                change='scale, zero_point = details["quantization"]; then scale * (answer - zero_point)',
            )
    return None


def _thresholds(source: Source) -> Iterator[tuple[ast.expr, float]]:
    """What is compared with a number between 0 and 1."""
    for node in source.nodes:
        if isinstance(node, ast.Compare) and len(node.comparators) == 1:
            threshold = constant(node.comparators[0])
            if isinstance(threshold, float) and 0 < threshold < 1:
                yield node.left, threshold


def _is_read_as_it_is(source: Source, node: ast.expr) -> bool:
    """Whether it comes from ``get_tensor`` without any reckoning in between."""
    parts = list(origins(source, node, before=node.lineno))
    reads = [p for p in parts if isinstance(p, ast.Call) and dotted_name(p.func).endswith(_READS)]
    reckoned = any(isinstance(p, ast.BinOp) and isinstance(p.op, ast.Mult | ast.Div) for p in parts)
    return bool(reads) and not reckoned
