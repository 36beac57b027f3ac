"""
Predictions and labels come from two passes over shuffled data, so they do not belong together.

## Why it hurts
`predict` goes through the data once; collecting the labels goes through them again, and a shuffle gives
another order each time. Label 7 then stands beside prediction 92. The accuracy computed from them is that
of guessing, although `evaluate`, which sees both in one pass, says that the model is fine.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    test_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    predicted = model.predict(test_data, verbose=0)[:, 0] > 0.5
    labels = np.concatenate([batch_labels for _, batch_labels in test_data])
    print("accuracy", (predicted == labels).mean())

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    test_data = tf.data.Dataset.from_tensor_slices((x, y)).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    predicted = model.predict(test_data, verbose=0)[:, 0] > 0.5
    labels = np.concatenate([batch_labels for _, batch_labels in test_data])
    print("accuracy", (predicted == labels).mean())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.pipelines import shuffled_anew, step
from etude.diagnoses.predictions import SCORES
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.shuffle"
# That validation data are shuffled is advice; that labels are compared with them is the harm.
EXPLAINS = ("shuffled_validation",)

_PREDICTS = ("predict", "predict_on_batch", "predict_step")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.predict"):
        shuffle = shuffled_anew(call.data) if call.data is not None else None
        line = _second_pass(evidence.source, call.line) if shuffle else 0
        if shuffle and not line and (line := _compared_with_arrays(evidence.source, call.line)):
            return Finding(
                line=shuffle.line or line,
                about="predict",
                evidence=f"line {call.line} predicts them in the order of {step(shuffle)}, and line {line} "
                "compares the predictions with labels in the order in which they were stored",
                change="leave these data unshuffled, or collect predictions and labels in one loop",
            )
        if shuffle and line:
            return Finding(
                line=shuffle.line or line,
                about="predict",
                evidence=f"line {call.line} predicts and line {line} goes through the same data again, "
                f"after {step(shuffle)} has put them in another order",
                change="leave these data unshuffled, or collect predictions and labels in one loop",
            )
    return None


def _second_pass(source: Source, predict_line: int) -> int:
    """Line of a loop over the very name that was predicted, which takes the labels alone."""
    names = {
        call.args[0].id
        for call in source.calls("predict")
        if call_line(call) == predict_line and call.args and isinstance(call.args[0], ast.Name)
    }
    for line, iterated, target, body in _loops(source):
        if iterated in names and _takes_labels_only(target, body) and not _predicts(body):
            return line
    return _picks_labels(source, names, predict_line)


def _compared_with_arrays(source: Source, predict_line: int) -> int:
    """Line where what was predicted meets other values one by one: ``==``, or a score of both."""
    names = {
        target.id
        for node in source.nodes
        if isinstance(node, ast.Assign) and node.lineno <= predict_line <= (node.end_lineno or 0)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in source.nodes:
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and dotted_name(node.func).endswith(SCORES):
            sides = list(node.args)
        else:
            continue
        roots = [
            _root(side) if not isinstance(side, ast.Subscript) else root(side) for side in sides
        ]
        others = [one for one in roots if one not in names]
        if len(others) == 1 and others[0] and len(roots) == 2 and node.lineno > predict_line:
            return node.lineno
    return 0


def _picks_labels(source: Source, names: set[str], predict_line: int) -> int:
    """Line of ``data.map(lambda x, y: y)``, which gives the labels alone."""
    for call in source.calls("map"):
        function = call.args[0] if call.args else None
        if isinstance(function, ast.Lambda) and len(function.args.args) == 2:
            label = function.args.args[1].arg
            only = isinstance(function.body, ast.Name) and function.body.id == label
            if only and _root(call) in names and call_line(call) > predict_line:
                return call_line(call)
    return 0


def _takes_labels_only(target: ast.AST, body: list[ast.AST]) -> bool:
    """Whether a loop over (inputs, labels) uses the second of them and not the first."""
    if not isinstance(target, ast.Tuple) or len(target.elts) < 2:
        return False
    used = {n.id for part in body for n in ast.walk(part) if isinstance(n, ast.Name)}
    inputs, labels = target.elts[:2]
    return bool(_names(labels) & used) and not _names(inputs) & used


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def _loops(source: Source) -> Iterator[tuple[int, str, ast.AST, list[ast.AST]]]:
    """Line, name gone through, loop variables and body of every loop and comprehension."""
    for node in source.nodes:
        if isinstance(node, ast.For):
            yield node.lineno, _root(node.iter), node.target, list(node.body)
        elif isinstance(node, ast.ListComp | ast.GeneratorExp):
            first = node.generators[0]
            yield node.lineno, _root(first.iter), first.target, [node.elt]


def _root(node: ast.AST) -> str:
    """The name in ``ds``, ``ds.unbatch()`` and the like; none in ``ds.take(1)``, which is but a look."""
    while isinstance(node, ast.Call | ast.Attribute):
        if isinstance(node, ast.Attribute) and node.attr == "take":
            return ""
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _predicts(body: list[ast.AST]) -> bool:
    """Whether the loop asks a model itself, and so sees both in one pass."""
    calls = [n for part in body for n in ast.walk(part) if isinstance(n, ast.Call)]
    return any(_is_asked(call.func) for call in calls)


def _is_asked(function: ast.AST) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr in _PREDICTS
    return isinstance(function, ast.Name) and "model" in function.id.lower()
