"""
Inputs are cast to the integers of a quantised model as they are, without its scale and zero point.

## Why it hurts
A model that was converted with integer inputs reads an integer q as scale * (q - zero_point). Pixels between 0 and 1 that
are cast are all 0, or 0 and 1: two of the 256 values that it tells apart, and every picture looks alike. Nothing complains,
for the type is right; only the answers are near guessing.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rows = np.random.default_rng(0).random((20, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([row[None]] for row in rows)
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    interpreter.allocate_tensors()
    wanted = interpreter.get_input_details()[0]
    interpreter.set_tensor(wanted["index"], rows[:1].astype(np.int8))
    interpreter.invoke()

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rows = np.random.default_rng(0).random((20, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([row[None]] for row in rows)
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    interpreter.allocate_tensors()
    wanted = interpreter.get_input_details()[0]
    scale, zero_point = wanted["quantization"]
    steps = np.round(rows[:1] / scale + zero_point)
    interpreter.set_tensor(wanted["index"], np.clip(steps, -128, 127).astype(np.int8))
    interpreter.invoke()
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.conversions import INTEGERS, is_set_to_integers
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-5", "deploy-2")
GUIDE = "Google AI Edge: LiteRT inference"
EXPLAINS = ()

_SETS = "inference_input_type"
_TYPES_OF_DETAILS = "dtype"
_READS_SCALE = "quantization"
_CASTS = ("astype", "cast", "array", "asarray", *INTEGERS)
# Stored pixels, up to 255, are themselves integers with a scale of one; what spans less is not.
_WIDEST = 16.0
_MOST_NAMES = 3


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if not is_set_to_integers(source, _SETS) or _READS_SCALE in source.text:
        return None
    for conversion in evidence.calls_of("TFLiteConverter.convert"):
        for given in source.calls("set_tensor"):
            cast = _cast(source, given)
            if cast is not None and _is_narrow(conversion):
                low, high = conversion.arguments["low"], conversion.arguments["high"]
                return Finding(
                    line=cast.end_lineno or cast.lineno,
                    evidence=f"the model was converted for integers that stand for values from {low:.3g} to {high:.3g}, "
                    f"and {ast.unparse(cast)} cuts such values down to whole numbers",
                    change='scale, zero_point = details["quantization"]; then np.round(x / scale + zero_point), and cast',
                )
    return None


def _is_narrow(conversion: Call) -> bool:
    low, high = conversion.arguments.get("low"), conversion.arguments.get("high")
    return not conversion.error and low is not None and high is not None and high - low <= _WIDEST


def _cast(source: Source, call: ast.Call) -> ast.Call | None:
    """The cast to an integer type in what ``set_tensor`` is given; None when something is computed."""
    for node in _behind(source, call.args[1]) if len(call.args) > 1 else ():
        parts = list(ast.walk(node))
        cast = next((part for part in parts if isinstance(part, ast.Call) and _is_cast(part)), None)
        if any(isinstance(p, ast.BinOp) and isinstance(p.op, ast.Mult | ast.Div) for p in parts):
            return None
        if cast is not None:
            return cast
    return None


def _behind(source: Source, node: ast.expr) -> Iterator[ast.expr]:
    """What is given, and what the names in it were given before."""
    for _ in range(_MOST_NAMES):
        yield node
        names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
        values = (value_of(source, name.id, before=name.lineno) for name in names)
        found = next((value for value in values if value is not None), None)
        if found is None:
            return
        node = found


def _is_cast(call: ast.Call) -> bool:
    if last_name(call.func) not in _CASTS and not (
        isinstance(call.func, ast.Attribute) and call.func.attr in _CASTS
    ):
        return False
    if dotted_name(call.func).endswith(INTEGERS):
        return True
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return any(_is_integer_type(node) for node in given)


def _is_integer_type(node: ast.expr) -> bool:
    """``np.int8``, "int8", and ``details["dtype"]``."""
    if isinstance(node, ast.Subscript):
        node = node.slice
        return isinstance(node, ast.Constant) and node.value == _TYPES_OF_DETAILS
    if isinstance(node, ast.Constant):
        return node.value in INTEGERS
    return last_name(node) in INTEGERS
