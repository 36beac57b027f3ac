"""
The function of a loaded Lambda layer uses a name that is not there any more.

## Why it hurts
Of a `Lambda` a file keeps the compiled code of its function and nothing around it. Loaded again, even by the same program,
that code runs among Keras's own names: `tf`, `K`, a network or a number that stood in the program are unknown to it, and
`custom_objects` brings back classes and functions that have a name in the file, not what code inside a function refers to.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Lambda(lambda rows: tf.math.log(rows), output_shape=(4,)),
        keras.layers.Dense(2),
    ])
    model.save("logarithms.keras")
    again = keras.models.load_model("logarithms.keras", safe_mode=False)
    print(again.predict(np.ones((2, 4), "float32"), verbose=0))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    @keras.saving.register_keras_serializable()
    class Logarithm(keras.layers.Layer):
        def call(self, rows):
            return tf.math.log(rows)

    model = keras.Sequential([keras.Input((4,)), Logarithm(), keras.layers.Dense(2)])
    model.save("logarithms.keras")
    again = keras.models.load_model("logarithms.keras")
    print(again.predict(np.ones((2, 4), "float32"), verbose=0))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in
from etude.diagnoses.source import Source, call_line
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "deploy-3", "model-4")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ("lambda_layer_does_not_reload", "name_not_defined", "name_misspelt")

_LACKS = re.compile(r"name '(?P<name>\w+)' is not defined")
# As Python calls a function without a name; one that came from a file runs in a module of Keras.
_NAMELESS = "<lambda>"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    lacks = _LACKS.search(error.message) if error is not None else None
    loads = evidence.calls_of("load_model")
    if error is None or lacks is None or not loads:
        return None
    name, loaded = lacks["name"], loads[-1].line
    made = _lambda_with(evidence.source, name) if _ended_in_lambda(error) else 0
    if not made and not error.raised_by.endswith(_NAMELESS):
        return None
    return Finding(
        line=made or loaded,
        about=name,
        evidence=f"the function of the Lambda {f'of line {made} ' if made else ''}uses {name}; the file keeps the code "
        f"of that function alone, and in what load_model in line {loaded} gives nothing has that name",
        change=f"make it a layer of its own: a registered subclass of keras.layers.Layer whose call does this, and "
        f"which imports or makes {name} itself (from what get_config stores); then train and save again",
    )


def _ended_in_lambda(error: Error) -> bool:
    return bool(error.frames) and error.frames[-1].function == _NAMELESS


def _lambda_with(source: Source, name: str) -> int:
    """The line of a ``Lambda`` whose function uses the name; 0 without one."""
    for call in source.calls("Lambda"):
        functions = [node for node in ast.walk(call) if isinstance(node, ast.Lambda)]
        if name in names_in(*functions):
            return call_line(call)
    return 0
