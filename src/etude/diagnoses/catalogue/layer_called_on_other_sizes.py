"""
One layer is called twice, and the second time its inputs have another size.

## Why it hurts
A layer gets its weights at its first call, for the size that it meets there. Calling it again means using the same
weights again, not another layer of that kind, so that the second inputs must have the first ones' size. Behind a
convolution with 64 filters there are 64 channels, and behind the first layer as many numbers as it has units.

## Example
    import keras
    import numpy as np

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = keras.layers.Dense(16, activation="relu")
            self.answer = keras.layers.Dense(1)

        def call(self, x):
            x = self.hidden(x)
            x = self.hidden(x)
            return self.answer(x)

    Network()(np.zeros((4, 8), "float32"))

## Instead
    import keras
    import numpy as np

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.first = keras.layers.Dense(16, activation="relu")
            self.second = keras.layers.Dense(16, activation="relu")
            self.answer = keras.layers.Dense(1)

        def call(self, x):
            x = self.first(x)
            x = self.second(x)
            return self.answer(x)

    Network()(np.zeros((4, 8), "float32"))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in
from etude.diagnoses.places import function_around
from etude.diagnoses.refusals import refusal
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "model-3", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("feature_count_differs", "channels_differ")


def match(evidence: Evidence) -> Finding | None:
    error, refused = evidence.error, refusal(evidence)
    shape = refused.received if refused else None
    if error is None or refused is None or refused.size is None or not shape:
        return None
    found = next(_called_again(evidence.source, error.line), None)
    if found is None:
        return None
    layer, first = found
    where = f"line {first}" if first < error.line else "an earlier round of the loop"
    return Finding(
        line=error.line,
        about=layer,
        evidence=f"{layer} was called in {where} already and has its weights for {refused.size} numbers on the last axis; "
        f"line {error.line} calls the same layer with {shape[-1]}",
        change=f"make a layer for each place: a second one beside {layer}, called in line {error.line}; or, to share the "
        f"weights, give both calls inputs of one size",
    )


def _called_again(source: Source, line: int) -> Iterator[tuple[str, int]]:
    """What is called on this line and was called before on something that leads to it, and where."""
    around: ast.AST = function_around(source, line) or source.tree
    calls = [node for node in ast.walk(around) if isinstance(node, ast.Call)]
    for call in calls:
        name = dotted_name(call.func)
        if not (name and call.args and call.lineno <= line <= (call.end_lineno or 0)):
            continue
        before = [one for one in calls if dotted_name(one.func) == name and call_line(one) < line]
        if before and _is_made(source, name):
            yield name, call_line(before[0])
        elif _is_fed_by_itself(around, call) and _is_made(source, name):
            yield name, line


def _is_made(source: Source, name: str) -> bool:
    """Whether the name stands for an object that was made once, not for a function or a class."""
    return any(
        isinstance(node.value, ast.Call) and name in [dotted_name(one) for one in node.targets]
        for node in source.all(ast.Assign)
    )


def _is_fed_by_itself(around: ast.AST, call: ast.Call) -> bool:
    """Whether a loop gives it what it gave the time before: x = layer(x)."""
    loops = [node for node in ast.walk(around) if isinstance(node, ast.For)]
    for loop in loops:
        for node in ast.walk(loop):
            if isinstance(node, ast.Assign) and call in ast.walk(node.value):
                return bool(names_in(*node.targets) & names_in(*call.args))
    return False
