"""
A network without a sigmoid or softmax at its end is asked for probabilities.

## Why it hurts
With `from_logits=True` the loss applies the sigmoid or softmax itself; the network goes on giving logits, any numbers from far
below zero to far above one. Compared with 0.5 they decide wrongly wherever a logit lies between 0 and 0.5, and whoever
reads them as probabilities gets nonsense. Apply the function before you decide, or let the network end in it.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 4)).astype("float32")
    y = (x.sum(axis=1) > 0).astype("int32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(x, y, epochs=2, verbose=0)
    outputs = model.predict(x, verbose=0)
    positive = outputs > 0.5

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 4)).astype("float32")
    y = (x.sum(axis=1) > 0).astype("int32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(x, y, epochs=2, verbose=0)
    outputs = keras.ops.sigmoid(model.predict(x, verbose=0))
    positive = outputs > 0.5
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import layer_line
from etude.diagnoses.regraded import regraded
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES
from etude.domain.what_if import WhatIf

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-8", "deploy-4")
GUIDE = "TensorFlow tutorial: Basic text classification"
EXPLAINS = ("label_order_differs", "trained_too_short")

_ANSWERS = ("predict", "predict_on_batch")
# They hand on what they are given, value by value.
_KEEP = ("flatten", "ravel", "reshape", "squeeze", "numpy", "asarray", "array")
_ROUNDING = ("round", "rint")


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _decided_at_a_half(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden examples were judged rightly once the function was applied."""
    better = regraded(evidence, WhatIf.SIGMOID, WhatIf.SOFTMAX)
    if better is None:
        return None
    return Finding(
        line=_line_of_output(evidence),
        evidence=better.told(),
        change="let the model that is saved end in this function",
    )


def _line_of_output(evidence: Evidence) -> int:
    found = next(outputs(evidence), None)
    return layer_line(evidence.source, found.model, found.head.layer) if found else 1


def _decided_at_a_half(evidence: Evidence) -> Finding | None:
    """The outputs of a model of logits are compared with 0.5, or rounded."""
    given = list(outputs(evidence))
    if not given or not all(_gives_one_logit(output) for output in given):
        return None
    for node in _decisions(evidence.source):
        return Finding(
            line=node.lineno,
            evidence=f"{evidence.source.line_text(node.lineno).strip()}: the model was trained with "
            "from_logits=True, so its outputs are logits, and half a probability is logit 0",
            change="apply keras.ops.sigmoid to the outputs first, or compare them with 0",
        )
    return None


def _gives_one_logit(output: Output) -> bool:
    linear = output.head.activation == "linear"
    return output.loss in BINARY_LOSSES and output.from_logits and linear


def _decisions(source: Source) -> Iterator[ast.expr]:
    for node in source.nodes:
        if isinstance(node, ast.Compare) and len(node.comparators) == 1:
            if constant(node.comparators[0]) == 0.5 and _is_answer(source, node.left):
                yield node
        elif isinstance(node, ast.Call) and node.args:
            rounds = last_name(node.func) in _ROUNDING
            if rounds and len(node.args) == 1 and _is_answer(source, node.args[0]):
                yield node


def _is_answer(source: Source, node: ast.expr) -> bool:
    """Whether a value is what ``predict`` gave, in whatever arrangement."""
    if isinstance(node, ast.Name):
        value = assigned_value(source, node.id, before=node.lineno)
        return value is not None and not _names(value, node.id) and _is_answer(source, value)
    if isinstance(node, ast.Subscript):
        return _is_answer(source, node.value)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr in _ANSWERS:
        return True
    inner = [node.func.value, *node.args[:1]] if node.func.attr in _KEEP else []
    return any(_is_answer(source, one) for one in inner)


def _names(value: ast.expr, name: str) -> bool:
    """A name that is assigned from itself says nothing new."""
    return any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(value))
