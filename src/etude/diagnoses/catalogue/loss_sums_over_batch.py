"""
A loss of one's own adds up over the examples of a batch, and keeps the columns of the outputs apart.

## Why it hurts
The first axis of labels and outputs counts the examples. A sum over `axis=0` mixes them: what is left is one number for
each column, which grows with the batch. A root or a quotient taken of it is that of the whole batch, not of an example, so
the loss says another thing for another `batch_size`, the smaller last batch counts differently, and weights of
examples no longer reach them. Keras expects one number for each example, and takes their mean itself.

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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given
from etude.diagnoses.own_measures import with_what_they_call
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

# It trains; what it makes small is another thing than was meant.
SEVERITY = Severity.WARNING
SKILLS = ("model-8", "train-2")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ()

# Means over the examples of each column come to the same as the mean of all: no harm in them.
_SUMS = ("sum", "reduce_sum", "norm")
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
    return None


def _loses_examples(call: Call) -> bool:
    """Whether what it gives has the shape of a single output, of more than one number."""
    outputs, value = call.arguments["outputs"], call.arguments["value"]
    return bool(value) and bool(outputs) and value == outputs[1:] and set(value) != {1}


def _sum_over_first(source: Source, call: Call) -> int:
    functions = [one for one in source.functions() if one.lineno == call.line]
    for function in with_what_they_call(source, functions):
        for inner in calls_in(function):
            if dotted_name(inner.func).rpartition(".")[2] in _SUMS and _is_over_first(inner):
                return inner.lineno
    return 0


def _is_over_first(call: ast.Call) -> bool:
    axis = given(call, "axis", _AXIS_POSITION)
    return axis is not None and constant(axis) == 0
