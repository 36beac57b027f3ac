"""
A function that wants values is applied to a tensor that has none yet.

## Why it hurts
What `keras.Input` and the layers called on it give are placeholders: they have a shape and a type and no values
until the model is run. NumPy, plain TensorFlow functions, `if`, `float` and `.numpy()` want values. Between layers
belong layers, or the functions of `keras.ops`. The same holds for metrics and losses: `fit` makes a graph of them, and
the measures of scikit-learn cannot be part of one.

## Example
    import keras
    import tensorflow as tf

    inputs = keras.Input((8,))
    mean = tf.reduce_mean(inputs, axis=1, keepdims=True)
    model = keras.Model(inputs, keras.layers.Dense(1)(mean))

## Instead
    import keras

    inputs = keras.Input((8,))
    mean = keras.ops.mean(inputs, axis=1, keepdims=True)
    model = keras.Model(inputs, keras.layers.Dense(1)(mean))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, given, value_of
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.places import calls_around, function_around
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "train-2", "dev-6")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ("input_leads_nowhere",)

_SAID = re.compile(
    r"KerasTensor (?:is symbolic|cannot be used)|symbolic KerasTensor"
    r"|'KerasTensor' object has no attribute 'numpy'"
)
# In a metric, a loss or a layer while fit makes its graph.
_IN_GRAPH = re.compile(
    r"Cannot convert a symbolic tf\.Tensor|'SymbolicTensor' object has no attribute 'numpy'"
    r"|unsupported format string passed to SymbolicTensor"
)
_OF_A_GRAPH = re.compile(r"symbolic tf\.Tensor|SymbolicTensor")
_SCIKIT_LEARN = "sklearn."
_METRICS_POSITION = 3  # compile(optimizer, loss, loss_weights, metrics)
_IN_KERAS = {
    "accuracy_score": '"accuracy"',
    "f1_score": "keras.metrics.F1Score(threshold=0.5)",
    "mean_absolute_error": '"mae"',
    "mean_squared_error": '"mse"',
    "precision_score": "keras.metrics.Precision()",
    "r2_score": "keras.metrics.R2Score()",
    "recall_score": "keras.metrics.Recall()",
    "roc_auc_score": "keras.metrics.AUC()",
}
# What becomes of a placeholder among the values of a step: no word of it is left.
_NO_ELEMENTS = "Failed to convert elements of"
_PLACEHOLDERS = ("Input",)
_NO_SLOPE = ("argmax", "argmin", "round", "rint", "sign", "floor", "ceil")
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)
_OUTSIDE = ("np", "numpy", "tf", "tensorflow", "math")
# Where the name in keras.ops is another one.
_NAMED = {
    "reduce_mean": "mean",
    "reduce_sum": "sum",
    "reduce_max": "max",
    "reduce_min": "min",
    "concat": "concatenate",
    "l2_normalize": "normalize",
}


_IN_LOSS = (
    "this loss uses a tensor of the model as it was built, which never gets values: Keras hands a loss the "
    "labels and the outputs, and nothing else"
)
_FOR_LOSS = (
    "compute it from the two arguments; for the output of a hidden layer make it an output of the model too, "
    "or call self.add_loss(...) in a layer of your own"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    measure = _of_scikit_learn(evidence.source, error) if error is not None else None
    if measure is not None and evidence.fits:
        return measure
    if error is not None and _IN_GRAPH.search(error.message):
        return _in_graph(evidence.source, error.line, by="fit" if evidence.fits else "tf.function")
    if error is not None and _NO_ELEMENTS in error.message:
        return _handed_to_loss(evidence.source)
    if error is None or not _SAID.search(error.message):
        return None
    function = _function(evidence.source, error.line)
    if any(spans(loss, error.line) for loss in loss_functions(evidence.source)):
        return Finding(line=error.line, evidence=_IN_LOSS, change=_FOR_LOSS, about=function)
    if function:
        name = function.rpartition(".")[2]
        seen = f"{function} wants values, and is given a tensor of a model that is being built"
        change = f"keras.ops.{_NAMED.get(name, name)}, or a layer that does the same"
    else:
        seen = "a tensor of a model that is being built has no values yet"
        change = "print its shape; for values run the model on data; for a choice keras.ops.where"
    return Finding(line=error.line, evidence=seen, change=change, about=function)


def _of_scikit_learn(source: Source, error: Error) -> Finding | None:
    """One of its measures given to ``compile``, or called in a metric, where fit makes a graph."""
    if not _OF_A_GRAPH.search(error.message):
        return None
    called = [call.func for call in calls_around(source, error.line)]
    inside = called if function_around(source, error.line) else []
    for node in (*_measures(source), *inside):
        name = full_name(source, node)
        if name.startswith(_SCIKIT_LEARN):
            function = name.rpartition(".")[2]
            kept = _IN_KERAS.get(function)
            return Finding(
                line=node.lineno,
                evidence=f"{function} of scikit-learn wants values; fit makes a graph of the metrics and the loss, in which "
                "a tensor has none yet",
                change=(f"metrics=[{kept}]; or " if kept else "")
                + f"after fit, {function} of the labels and of what predict gives",
                about=function,
            )
    return None


def _measures(source: Source) -> Iterator[ast.expr]:
    """What ``compile`` is given as its loss and metrics, one by one."""
    for call in source.calls("compile"):
        for given_one in (
            given(call, "loss", _LOSS_POSITION),
            given(call, "metrics", _METRICS_POSITION),
        ):
            if given_one is not None:
                yield from getattr(given_one, "elts", [given_one])


def _handed_to_loss(source: Source) -> Finding | None:
    """``compile(loss=weighted(weights))`` where weights is an Input of the model."""
    for call in source.calls("compile"):
        made = given(call, "loss", _LOSS_POSITION)
        for argument in made.args if isinstance(made, ast.Call) else ():
            value = (
                value_of(source, argument.id, before=call.lineno)
                if isinstance(argument, ast.Name)
                else None
            )
            if isinstance(value, ast.Call) and dotted_name(value.func).endswith(_PLACEHOLDERS):
                name = ast.unparse(argument)
                return Finding(
                    line=call.lineno,
                    evidence=f"the loss is made with {name} of line {value.lineno}, an input of the model as it was built, which "
                    "never gets values there",
                    change=f"give weights of examples to fit, sample_weight=..., in place of the input {name}; other values as "
                    "further columns of the labels",
                    about=name,
                )
    return None


def _in_graph(source: Source, line: int, *, by: str) -> Finding:
    function = _function(source, line)
    name = function.rpartition(".")[2]
    is_loss = any(spans(loss, line) for loss in loss_functions(source))
    if is_loss and name in _NO_SLOPE:
        change = f"a loss needs a slope, and {name} has none: use the probabilities themselves, not classes"
    elif function:
        change = f"use keras.ops.{_NAMED.get(name, name)}, or what tf has for it, in place of NumPy"
    else:
        change = "leave the values to TensorFlow: its own operations in place of NumPy's"
    return Finding(
        line=line,
        evidence=f"{function or 'line ' + str(line)} wants values; {by} makes a graph of this function, in which a "
        "tensor has none yet",
        change=change,
        about=function,
    )


def _function(source: Source, line: int) -> str:
    """The function of NumPy or TensorFlow that is called on this line; "" without one."""
    names = (dotted_name(call.func) for call in calls_around(source, line))
    outside = (name for name in names if name.split(".")[0] in _OUTSIDE and ".keras." not in name)
    return next(outside, "")
