"""
A loss of one's own adds up over the examples of a batch.

## Why it hurts
The first axis of labels and outputs counts the examples. A sum over `axis=0` mixes them: what is left is one number for
each column, which grows with the batch. A root or a quotient taken of it is that of the whole batch, not of an example, so
the loss says another thing for another `batch_size`, the smaller last batch counts differently, and weights of
examples no longer reach them. A sum over everything is one number that is twice as large for twice as many examples: losses of
two batch sizes cannot be compared, and the learning rate that suits one is too high for the other. Keras expects one number
for each example, and takes their mean itself.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = x[:, :3] * 2


    def distance(y_true, y_pred):
        return keras.ops.sqrt(keras.ops.sum(keras.ops.square(y_true - y_pred), axis=0))


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss=distance)
    model.fit(x, y, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = x[:, :3] * 2


    def distance(y_true, y_pred):
        return keras.ops.sqrt(keras.ops.sum(keras.ops.square(y_true - y_pred), axis=-1))


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss=distance)
    model.fit(x, y, epochs=2, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, names_in
from etude.diagnoses.own_measures import methods_of_losses, with_what_they_call
from etude.diagnoses.places import class_around
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

# It trains; what it makes small is another thing than was meant.
SEVERITY = Severity.WARNING
SKILLS = ("model-8", "train-2")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ()

# Means over the examples of each column come to the same as the mean of all: no harm in them.
_SUMS = ("sum", "reduce_sum", "norm")
_TOTALS = ("sum", "reduce_sum")
_DEEPEST = 8
_AXIS_POSITION = 1


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("own_loss"):
        line = _sum_over_first(evidence.source, call) if _loses_examples(call) else 0
        if line:
            columns = call.arguments["value"]
            kept = " x ".join(map(str, columns))
            return Finding(
                line=line,
                evidence=f"line {line} adds up over axis 0, which counts the examples: of outputs "
                f"(n, {', '.join(map(str, columns))}) {call.arguments['name']} gives {kept} numbers for the whole batch",
                change="axis=-1 in place of axis=0, so that each example has a loss of its own",
                about=str(call.arguments["name"]),
            )
    return _of_everything(evidence)


def _of_everything(evidence: Evidence) -> Finding | None:
    """A loss that is a sum over all examples and columns, and divided by nothing."""
    for function, name in _losses_of_one_number(evidence):
        results = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
        line = _line_of_sum(results[0], function) if len(results) == 1 else 0
        if line:
            return Finding(
                line=line,
                evidence=f"{name} gives one number for a batch, the sum in line {line} over all of its examples: twice as "
                "many examples make it twice as large",
                change="a mean in place of the sum, or the sum over axis=-1 alone, so that each example has a loss of its own",
                about=name,
            )
    return None


def _losses_of_one_number(evidence: Evidence) -> Iterator[tuple[ast.FunctionDef, str]]:
    """Functions that were seen to give one, and what classes of losses do, with their names."""
    source = evidence.source
    for call in evidence.calls_of("own_loss"):
        if call.arguments["outputs"] and not call.arguments["value"]:
            found = (one for one in source.functions() if one.lineno == call.line)
            yield from ((function, str(call.arguments["name"])) for function in found)
    for method in methods_of_losses(source, "call"):
        kind = class_around(source, method.lineno)
        yield method, kind.name if kind else method.name


def _line_of_sum(value: ast.expr | None, function: ast.FunctionDef, depth: int = 0) -> int:
    """Where all that it consists of is added up over everything; 0 where a part is divided or a mean."""
    if depth > _DEEPEST:
        return 0
    if isinstance(value, ast.UnaryOp):
        return _line_of_sum(value.operand, function, depth + 1)
    if isinstance(value, ast.BinOp):
        return _line_of_both(value, function, depth + 1)
    if isinstance(value, ast.Name):
        assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
        made = [node.value for node in assigned if value.id in names_in(*node.targets)]
        return _line_of_sum(made[0], function, depth + 1) if len(made) == 1 else 0
    if not isinstance(value, ast.Call) or given(value, "axis", _AXIS_POSITION) is not None:
        return 0
    return value.lineno if last_name(value.func) in _TOTALS else 0


def _line_of_both(value: ast.BinOp, function: ast.FunctionDef, depth: int) -> int:
    """Of two parts that are added, or of one beside a number; a factor with a name may be 1 / n."""
    parts = [value.left, value.right]
    if isinstance(value.op, ast.Mult):
        parts = [part for part in parts if not isinstance(constant(part), int | float)]
    elif not isinstance(value.op, ast.Add | ast.Sub):
        return 0
    lines = [_line_of_sum(part, function, depth) for part in parts]
    one_factor = isinstance(value.op, ast.Mult) and len(parts) != 1
    return 0 if one_factor or not all(lines) else lines[0]


def _loses_examples(call: Call) -> bool:
    """Whether what it gives has the shape of a single output, of more than one number."""
    outputs, value = call.arguments["outputs"], call.arguments["value"]
    return bool(value) and bool(outputs) and value == outputs[1:] and set(value) != {1}


def _sum_over_first(source: Source, call: Call) -> int:
    functions = [one for one in source.functions() if one.lineno == call.line]
    for function in with_what_they_call(source, functions):
        for inner in calls_in(function):
            if last_name(inner.func) in _SUMS and _is_over_first(inner):
                return inner.lineno
    return 0


def _is_over_first(call: ast.Call) -> bool:
    axis = given(call, "axis", _AXIS_POSITION)
    return axis is not None and constant(axis) == 0
