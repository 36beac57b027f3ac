"""
Softmax over a single unit is always 1.

## Why it hurts
Softmax divides each value by the sum over the units; with one unit that is the value itself. Every prediction
is exactly 1.0, and accuracy stays at the share of positive examples. The loss may fall all the same: Keras
computes `binary_crossentropy` from the value before the softmax, which is why the loss cannot warn you. Attention
weights of shape (batch, steps, 1) fare the same: softmax has to go over the steps; and so does a mask of shape
(batch, height, width, 1), in which every pixel comes out as 1.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="softmax")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, outputs
from etude.diagnoses.names import given, value_of
from etude.diagnoses.places import activation_line, layer_line, told
from etude.diagnoses.source import Source, argument, call_line, constant
from etude.diagnoses.subclasses import keras_classes, made_as, own_attribute
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES, Head, heads
from etude.domain.network import all_layers, find_layer
from etude.domain.observations import Call, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-8")
GUIDE = "Keras API: softmax activation"
EXPLAINS = (
    "labels_out_of_range",
    "softmax_with_from_logits",
    "activation_limits_regression",
    *NUMBERS_GONE_WRONG,
)

# Layers that take query and value, in this order.
_ATTENTION = ("Attention", "AdditiveAttention", "MultiHeadAttention")
_OF_A_SEQUENCE = 3


def match(evidence: Evidence) -> Finding | None:
    for model, head, loss, labels in _heads(evidence):
        if head.activation == "softmax" and head.units == 1 and _over_units(head):
            return Finding(
                line=activation_line(evidence.source, head, model),
                evidence=f"the output comes from {told(head.layer)} and softmax: it is 1.0 for every input",
                change=_change(loss, labels),
                about=model.name,
            )
    return (
        _weights(evidence)
        or _of_one_step(evidence)
        or _in_own_layer(evidence.source)
        or _taken(evidence.calls)
    )


def _change(loss: str, labels: Sequence[Labels]) -> str:
    decided = any(_are_decisions(one) for one in labels)
    if loss in REGRESSION_LOSSES and not decided:
        return "leave out the activation: a number is predicted here, and no class"
    unfit = "categorical" in loss or loss in REGRESSION_LOSSES
    binary = " and binary_crossentropy" * unfit
    return f'use activation="sigmoid"{binary} for one unit, or two units with softmax'


def _are_decisions(labels: Labels) -> bool:
    """Nothing but 0 and 1, whatever loss was chosen for them."""
    return bool(labels.distinct) and set(labels.distinct or ()) <= {0, 1}


def _taken(calls: Sequence[Call]) -> Finding | None:
    """A softmax that the program takes itself, of one number each time."""
    taken = [call for call in calls if call.name == "softmax"]
    for call in taken:
        same = [one.arguments["size"] for one in taken if one.line == call.line]
        shape = call.arguments["shape"]
        if set(same) == {1} and len(shape) > 1:
            return Finding(
                line=call.line,
                evidence=f"softmax goes over an axis of {_sizes(shape)} that holds one number: all that it gives "
                "is 1.0",
                change="for weights over the steps take it over the steps, with axis=1; for a single unit take "
                "the sigmoid",
            )
    return None


def _weights(evidence: Evidence) -> Finding | None:
    """Weights over the steps of a sequence that are taken over their last axis, of size one."""
    for model in evidence.models:
        for layer in all_layers(model):
            if _last_of_three_axes_is_one(layer) and _is_softmax_over_it(layer):
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    evidence=f"{layer.kind} takes the softmax of {_told(layer.output_shape)} over the last "
                    "axis, which holds one number: each weight is 1.0",
                    change="take the softmax over the steps, with axis=1; a mask must have the shape of the "
                    "scores",
                    about=model.name,
                )
    return None


def _of_one_step(evidence: Evidence) -> Finding | None:
    """Attention of the steps of a sequence to a value of a single one."""
    for model in evidence.models:
        for layer in model.layers_of(*_ATTENTION):
            asked = [find_layer(model.layers, path) for call in layer.calls[:1] for path in call]
            steps = [_steps_of(one) for one in asked[:2] if one is not None]
            if len(steps) == 2 and steps[1] == 1 and steps[0] not in (0, 1):
                query, value = (one.name for one in asked[:2] if one is not None)
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    evidence=f"{layer.kind} asks with the steps of {query} about {value}, which has a single step: "
                    "each weight is 1.0, and each step gets the same",
                    change=f"what asks comes first, what is looked at second: give {layer.kind} {value} first and "
                    f"{query} second",
                    about=layer.name,
                )
    return None


def _steps_of(layer: Layer) -> int | None:
    """How many steps it gives, None for any number; 0 when it gives no sequence."""
    shape = layer.output_shape
    if isinstance(shape, list | tuple) and shape and isinstance(shape[0], list | tuple):
        shape = shape[0]
    known = isinstance(shape, list | tuple) and len(shape) == _OF_A_SEQUENCE
    steps = shape[1] if known else 0
    return steps if isinstance(steps, int) or steps is None else 0


def _in_own_layer(source: Source) -> Finding | None:
    """``softmax(score)`` in a class whose score comes from a layer of one unit."""
    for definition in keras_classes(source):
        for call in source.calls("softmax"):
            scored = _scored(source, definition, call)
            if scored is not None and definition.lineno < call.lineno <= (
                definition.end_lineno or 0
            ):
                return Finding(
                    line=call_line(call),
                    evidence=f"{ast.unparse(scored)} gives one number for each step, and softmax goes over "
                    "the last axis, which holds that one: each weight is 1.0",
                    change="take the softmax over the steps, with axis=1",
                    about=definition.name,
                )
    return None


def _scored(source: Source, definition: ast.ClassDef, call: ast.Call) -> ast.expr | None:
    """What gives the scores, when it is ``self.layer(...)`` with one unit; None otherwise."""
    axis = given(call, "axis", 1)
    if not call.args or (axis is not None and constant(axis) != -1):
        return None
    scores: ast.expr | None = call.args[0]
    if isinstance(scores, ast.Name):
        scores = value_of(source, scores.id, before=call.lineno)
    made = made_as(definition, own_attribute(scores))
    is_one = made is not None and argument(made, "units", 0) == 1
    return scores if is_one else None


def _last_of_three_axes_is_one(layer: Layer) -> bool:
    shape = layer.output_shape
    return isinstance(shape, list | tuple) and len(shape) == 3 and shape[-1] == 1


def _is_softmax_over_it(layer: Layer) -> bool:
    if layer.kind == "Dense":
        return layer.config.get("activation") == "softmax"
    return layer.kind == "Softmax" and layer.config.get("axis") in (-1, 2)


def _sizes(shape: Sequence[int | None]) -> str:
    return f"({', '.join('batch' if size is None else str(size) for size in shape)})"


def _told(shape: Sequence[int | None]) -> str:
    sizes = ["batch", "steps", "1"] if shape[1] is None else ["batch", str(shape[1]), "1"]
    return f"({', '.join(sizes)})"


def _heads(evidence: Evidence) -> Iterator[tuple[Model, Head, str, Sequence[Labels]]]:
    """The outputs of all models, with the loss and the labels of those that are compiled."""
    for output in outputs(evidence):
        yield output.model, output.head, output.loss, output.labels
    for model in evidence.models:
        if model.compiled is None:
            yield from ((model, head, "", ()) for head in heads(model))


def _over_units(head: Head) -> bool:
    """Not a softmax over the steps of a sequence, as attention weights have."""
    if head.shape is None or len(head.shape) == 2:
        return True
    by = head.activated_by
    shape = by.output_shape if by else None
    if by is None or not isinstance(shape, list | tuple) or not shape or shape[-1] != 1:
        return False
    return by.config.get("axis", -1) in (-1, len(shape) - 1)
