"""
A metric of one's own brings (n,) and (n, 1) together, so it compares every output with every label.

## Why it hurts
Keras gives labels of shape (n,) the second axis that a model with one output has, for losses and for its own metrics.
A metric of one's own, function or class, gets both as they are: their difference, their product and whether they are equal
are tables (n, n). `argmax` does the opposite: of outputs (n, 3) it leaves class numbers (n,), beside labels (n, 1).
Training is right, and the metric tells of an error that is not there: an R2 below zero for a model that is good, an accuracy
where guessing is.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    def mean_error(y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))


    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=[mean_error])
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    def mean_error(y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))


    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1, keepdims=True)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=[mean_error])
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.names import calls_in, given, names_in, value_of
from etude.diagnoses.own_measures import made_of, methods_of_metrics, with_what_they_call
from etude.diagnoses.places import class_around
from etude.diagnoses.source import Source, argument, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-7", "train-2", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (broadcasting)"
EXPLAINS = ()

_METRICS_POSITION = 3  # compile(optimizer, loss, loss_weights, metrics)
_COMPARED = 2  # labels and outputs
_ARRANGES = ("reshape", "squeeze", "flatten", "ravel", "expand_dims", "transpose", "one_hot")
_OPERATIONS = {
    "subtract": "subtracts",
    "multiply": "multiplies",
    "equal": "compares",
    "logical_and": "joins",
}
_OPERATORS = {ast.Sub: "subtracts", ast.Mult: "multiplies"}
_METHOD = "update_state"
_LAST_AXIS = (-1, 1)
_REDUCES = (
    *("mean", "sum", "std", "var", "max", "min", "any", "all", "prod", "size", "shape", "len"),
    *("count_nonzero", "norm"),
)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        row, class_numbers = _is_column_beside_row(output), _are_classes_in_a_column(output)
        for function in _metrics(evidence.source) if row or class_numbers else ():
            if _arranges(evidence.source, function):
                continue
            for node, done, sides in _meetings(function):
                if row and not any(map(_argmaxes, sides)):
                    return _found(evidence.source, function, node, done, labels="(n,)")
                if class_numbers and _argmaxes(sides[1]) and not _argmaxes(sides[0]):
                    return _found(evidence.source, function, node, done, labels="(n, 1)")
    return None


def _found(
    source: Source, function: ast.FunctionDef, node: ast.expr, done: str, *, labels: str
) -> Finding:
    around = class_around(source, function.lineno) if function.name == _METHOD else None
    name = around.name if around is not None else function.name
    of_row = labels == "(n,)"
    outputs_told = "outputs of shape (n, 1)" if of_row else "class numbers of shape (n,)"
    return Finding(
        line=node.lineno,
        evidence=f"{name} {done} {outputs_told} and labels of shape {labels}, which gives (n, n)",
        change="give fit labels of shape (n, 1): y[:, None]; or begin the metric with "
        "y_true = tf.reshape(y_true, tf.shape(y_pred))"
        if of_row
        else "begin the metric with y_true = tf.reshape(y_true, [-1]); or give fit labels of shape (n,): y[:, 0]",
        about=name,
    )


def _is_column_beside_row(output: Output) -> bool:
    shape = output.head.shape
    labels = output.labels[0].shape if output.labels else None
    return shape is not None and list(shape)[1:] == [1] and labels is not None and len(labels) == 1


def _are_classes_in_a_column(output: Output) -> bool:
    """One class number per row, in a second axis of one, beside several shares per row."""
    shape = output.head.shape
    labels = output.labels[0].shape if output.labels else None
    several = shape is not None and len(shape) == _COMPARED and (shape[1] or 0) > 1
    return several and labels is not None and list(labels)[1:] == [1]


def _metrics(source: Source) -> Iterator[ast.FunctionDef]:
    """Functions of the file that ``compile`` is given as metrics, and ``update_state`` of classes."""
    named: set[str] = set()
    for call in source.calls("compile"):
        value = given(call, "metrics", _METRICS_POSITION)
        named |= _named(source, value, call.lineno) if value is not None else set()
    yield from (function for function in source.functions() if function.name in named)
    for method in methods_of_metrics(source, _METHOD):
        definition = class_around(source, method.lineno)
        if definition is not None and definition.name in named:
            yield method


def _named(source: Source, value: ast.expr, line: int) -> set[str]:
    """Names in what is given, and in what a name in it was given."""
    parts: list[ast.AST] = [value]
    for node in ast.walk(value):
        made = value_of(source, node.id, before=line) if isinstance(node, ast.Name) else None
        parts += [made] if made is not None else []
    return {last_name(node) for part in parts for node in ast.walk(part)}


def _arranges(source: Source, function: ast.FunctionDef) -> bool:
    """Whether it, or what it calls, gives something another shape or takes a part of it."""
    return any(
        isinstance(node, ast.Subscript)
        or (isinstance(node, ast.Call) and last_name(node.func) in _ARRANGES)
        or (isinstance(node, ast.keyword) and node.arg == "keepdims")
        for one in with_what_they_call(source, [function])
        for statement in one.body
        for node in ast.walk(statement)
    )


def _meetings(
    function: ast.FunctionDef,
) -> Iterator[tuple[ast.expr, str, Sequence[Sequence[ast.AST]]]]:
    """Where what is made of the labels alone meets what is made of the outputs alone: the place,
    what is done to them, and what the two are made of, labels first.
    """
    parameters = [one.arg for one in function.args.args if one.arg != "self"][:_COMPARED]
    for node in ast.walk(function) if len(parameters) == _COMPARED else ():
        done, pair = _operation(node)
        if any(_is_one_number(side, function) for side in pair):
            continue
        sides = [made_of([side], function) for side in pair]
        held = [names_in(*side) & set(parameters) for side in sides]
        if held == [{parameters[0]}, {parameters[1]}]:
            yield node, done, sides  # type: ignore[misc]
        elif held == [{parameters[1]}, {parameters[0]}]:
            yield node, done, sides[::-1]  # type: ignore[misc]


def _operation(node: ast.AST) -> tuple[str, Sequence[ast.expr]]:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)], (node.left, node.right)
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq):
        return "compares", (node.left, node.comparators[0])
    if isinstance(node, ast.Call) and len(node.args) == _COMPARED:
        done = _OPERATIONS.get(last_name(node.func), "")
        return done, node.args if done else ()
    return "", ()


def _is_one_number(
    node: ast.expr, function: ast.FunctionDef, seen: frozenset[str] = frozenset()
) -> bool:
    """Whether a mean, a sum or a count has made one number of it, which meets any shape."""
    if isinstance(node, ast.Name):
        parameters = {one.arg for one in function.args.args}
        if node.id in parameters or node.id in seen:
            return node.id not in parameters
        values = _given_to(function, node.id)
        return all(_is_one_number(value, function, seen | {node.id}) for value in values)
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        reduces = name.startswith("reduce_") or name in _REDUCES
        return reduces or all(_is_one_number(one, function, seen) for one in node.args)
    inside = [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
    return isinstance(node, ast.Attribute) or all(
        _is_one_number(one, function, seen) for one in inside
    )


def _given_to(function: ast.FunctionDef, name: str) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(name in names_in(one) for one in node.targets)
    ]


def _argmaxes(side: Sequence[ast.AST]) -> bool:
    """Whether it takes the place of the largest share in each row."""
    calls = [call for part in side for call in calls_in(part)]
    return any(
        last_name(call.func) == "argmax" and argument(call, "axis", 1) in _LAST_AXIS
        for call in calls
    )
