"""
A `Sequential` model is given something that is no layer, or a layer that takes more than one tensor.

## Why it hurts
A `Sequential` hands each layer what the one before gave: one tensor. Names of activations, tensors and functions are no layers,
and `MultiHeadAttention`, `Add` or `Concatenate` need several tensors, which only the functional API can give them.

## Example
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), "relu", keras.layers.Dense(1)])

## Instead
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant, dotted_name, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-2", "model-3", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("class_given_for_object", "layers_not_in_a_list", "too_many_by_place")

_NO_LAYER = re.compile(
    r"Only instances of .* can be added.*Received: (?P<given>.*?) \(of type <class '(?P<kind>[\w.]+)'>\)",
    re.DOTALL,
)
_SEVERAL = re.compile(r"single required positional argument.*Layer (?P<layer>\w+) has multiple")
_LIST = re.compile(
    r"(?P<layer>\w+) layer must be called on a list|merge layer should be called on a list|`(?P<name>\w+)` layer should be called on a list"
)
_ACTIVATIONS = (
    "relu",
    "sigmoid",
    "tanh",
    "softmax",
    "elu",
    "selu",
    "gelu",
    "linear",
    "swish",
    "silu",
)
_MERGING = (
    "Add",
    "Concatenate",
    "Multiply",
    "Average",
    "Subtract",
    "Maximum",
    "Minimum",
    "Dot",
    "Attention",
    "AdditiveAttention",
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "TypeError"):
        return None
    if found := _NO_LAYER.search(error.message):
        return _no_layer(evidence.source, error, found["given"], found["kind"].rpartition(".")[2])
    if found := _SEVERAL.search(error.message):
        return _several(evidence.source, error, found["layer"])
    if _LIST.search(error.message):
        name = next((one for one in _merging_in(evidence.source, error.line)), "")
        return _several(evidence.source, error, name) if name else None
    return None


def _no_layer(source: Source, error: Error, given: str, kind: str) -> Finding | None:
    if kind == "type":  # ``class_given_for_object`` tells about those
        return None
    node = next((one for one in _handed(source, error.line) if _is(source, one, kind)), None)
    written = ast.unparse(node) if node is not None else given
    return Finding(
        line=node.lineno if node is not None else error.line,
        about=written,
        evidence=f"{written} is handed to Sequential, and is {_told(kind)}, no layer",
        change=_change(written, given, kind),
    )


def _told(kind: str) -> str:
    words = {
        "str": "a text",
        "list": "a list",
        "tuple": "a tuple",
        "function": "a function",
        "NoneType": "None",
    }
    return words.get(kind, "a tensor" if kind.endswith("Tensor") else f"of the class {kind}")


def _change(written: str, given: str, kind: str) -> str:
    if kind == "str":
        known = given.lower() if given.lower() in _ACTIVATIONS else "relu"
        return f'activation="{known}" in the layer before, or layers.Activation("{known}") as a layer of its own'
    if kind in ("list", "tuple"):
        return f"its layers one by one: for layer in {written}: model.add(layer); in a list a star: *{written}"
    if kind == "function":
        return f"a layer that calls it: layers.Lambda({written}), or a class of your own"
    if kind.endswith("Tensor"):
        return "the functional API for tensors: outputs = layer(tensor), then keras.Model(inputs, outputs); Sequential takes the layers alone"
    if kind == "NoneType":
        return f"let {written} return the layer that it makes"
    return "a layer of keras.layers; objects of another library or of another Keras (tf_keras, keras.src) are none"


def _several(source: Source, error: Error, layer: str) -> Finding | None:
    line = next(
        (call.lineno for call in source.calls(layer) if _inside_sequential(source, call)), 0
    )
    if not line:
        return None
    tensors = "(x, x)" if layer == "MultiHeadAttention" else "([x, other])"
    return Finding(
        line=line,
        about=layer,
        evidence=f"{layer} stands in a Sequential, which hands it one tensor, and it takes several",
        change=f"the functional API: inputs = keras.Input(...), x = ..., x = layers.{layer}(...){tensors}, keras.Model(inputs, x)",
    )


def _inside_sequential(source: Source, call: ast.Call) -> bool:
    around = [
        one
        for one in calls_around(source, call.lineno)
        if one is not call and call in ast.walk(one)
    ]
    return any(last_name(one.func) in ("Sequential", "add") for one in around)


def _merging_in(source: Source, line: int) -> Iterator[str]:
    """Layers that join, among those that are made within a call around this line, or that were added."""
    for call in source.all(ast.Call):
        name = last_name(call.func)
        if name in _MERGING and _inside_sequential(source, call):
            yield name


def _handed(source: Source, line: int) -> Iterator[ast.expr]:
    """What ``Sequential([...])`` or ``add(...)`` around this line is given."""
    for call in calls_around(source, line):
        if last_name(call.func) in ("Sequential", "add"):
            for one in call.args:
                yield from one.elts if isinstance(one, ast.List | ast.Tuple) else [one]
                if isinstance(one, ast.List | ast.Tuple):
                    yield one


def _is(source: Source, node: ast.expr, kind: str) -> bool:
    """Whether an expression may be of this class: a text, a list, a function of the file."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=node.lineno)
        if kind == "function":
            return value is None or isinstance(value, ast.Lambda)
        node = value if value is not None else node
    if kind == "str":
        return isinstance(node, ast.Constant) and isinstance(node.value, str)
    if kind in ("list", "tuple"):
        own = isinstance(node, ast.Call) and function_of(source, node.func) is not None
        return own or isinstance(node, ast.List | ast.Tuple | ast.ListComp)
    if kind == "function":
        return isinstance(node, ast.Lambda | ast.Attribute)
    if kind.endswith("Tensor"):
        return isinstance(node, ast.Call) and (
            isinstance(node.func, ast.Call) or dotted_name(node.func).endswith("ops")
        )
    if not isinstance(node, ast.Call):
        return kind == "NoneType" and constant(node) is None
    made = function_of(source, node.func)
    if kind == "NoneType":
        return made is not None and not any(isinstance(one, ast.Return) for one in ast.walk(made))
    return last_name(node.func) == kind
