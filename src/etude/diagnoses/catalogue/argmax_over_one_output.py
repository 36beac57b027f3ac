"""
argmax over a single output is always 0.

## Why it hurts
argmax gives the place of the largest value in each row. A model with one output has rows of one value, so
the place is 0, whatever the value is: every example is given the first class. One output holds the
probability of class 1, and is compared with 0.5.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)
    probabilities = model.predict(features, verbose=0)
    print(np.argmax(probabilities, axis=1))

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)
    probabilities = model.predict(features, verbose=0)
    print((probabilities > 0.5).astype(int).ravel())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, argument, call_line, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import Head, heads
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-5")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_LAST = (1, -1)
_MODULES = ("np", "numpy", "tf", "tf.math", "keras.ops", "ops", "tensorflow")


def match(evidence: Evidence) -> Finding | None:
    predictions = [call for call in evidence.calls_of("Model.predict") if not call.error]
    for found, predicted in _argmaxes(evidence.source):
        call = next((c for c in predictions if _is_inside(c.line, predicted)), None)
        head = _only_head(call) if call else None
        if call is None or head is None or head.units != 1:
            continue
        if _axis(found) in _LAST or (_axis(found) is None and _is_one_example(call)):
            threshold = "0.5" if head.activation == "sigmoid" else "0"
            return Finding(
                line=call_line(found),
                evidence=f"predict in line {call.line} gives one value for each example, and its "
                "largest is always at place 0",
                change=f"compare it: (predictions > {threshold}).astype(int)",
                about=call.model.name if call.model else "",
            )
    return None


def _only_head(call: Call) -> Head | None:
    found = heads(call.model) if call.model else []
    return found[0] if len(found) == 1 and len(found[0].shape or (None, None)) == 2 else None


def _argmaxes(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """Calls of argmax, with the ``predict`` that their values come from."""
    for call in source.calls("argmax"):
        values = call.args[0] if call.args else None
        if isinstance(call.func, ast.Attribute) and _is_method(call):
            values = call.func.value
        predicted = _prediction(source, values, before=call.lineno)
        if predicted is not None:
            yield call, predicted


def _axis(call: ast.Call) -> object:
    return argument(call, "axis", 0 if _is_method(call) else 1)


def _is_method(call: ast.Call) -> bool:
    """``values.argmax(1)`` rather than ``np.argmax(values, 1)``."""
    function = call.func
    return isinstance(function, ast.Attribute) and dotted_name(function.value) not in _MODULES


def _is_one_example(call: Call) -> bool:
    """Then the largest of all values is the largest of its row."""
    samples = call.data.sample if call.data else ()
    return bool(samples) and list(samples[0].shape)[:1] == [1]


def _prediction(source: Source, node: ast.AST | None, *, before: int) -> ast.Call | None:
    """``model.predict(...)`` itself, or what a name was last assigned above a line."""
    if isinstance(node, ast.Name):
        values = [
            one.value
            for one in ast.walk(source.tree)
            if isinstance(one, ast.Assign)
            and one.lineno <= before
            and any(isinstance(t, ast.Name) and t.id == node.id for t in one.targets)
        ]
        node = max(values, key=lambda value: value.lineno, default=None)
    if isinstance(node, ast.Call) and dotted_name(node.func).endswith(".predict"):
        return node
    return None


def _is_inside(line: int, call: ast.Call) -> bool:
    return call.lineno <= line <= (call.end_lineno or call.lineno)
