"""
A layer takes the examples of a batch together, so the model gives one answer for all of them.

## Why it hurts
The first axis of what flows through a network are the examples of a batch. A sum, a mean or a norm along `axis=0` adds different
examples up: from then on there is one row for the whole batch, the same answer for each example, and another one for every
batch. A loss that compares it with the labels one by one refuses it, or stretches it over all of them without a word.

## Example
    import keras

    left, right = keras.Input((4,)), keras.Input((4,))
    distance = keras.ops.sum(keras.ops.abs(left - right), axis=0, keepdims=True)

    model = keras.Model([left, right], keras.layers.Dense(1, activation="sigmoid")(distance))

## Instead
    import keras

    left, right = keras.Input((4,)), keras.Input((4,))
    distance = keras.ops.sum(keras.ops.abs(left - right), axis=-1, keepdims=True)

    model = keras.Model([left, right], keras.layers.Dense(1, activation="sigmoid")(distance))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, given
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.stops import told_shape
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-7", "train-2", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors"
EXPLAINS = (
    *NOTHING_LEARNED,
    *("predictions_broadcast_against_labels", "targets_of_other_width", "operands_do_not_fit"),
    *("labels_do_not_match_outputs", "targets_arranged_otherwise"),
)

_AXIS_POSITION = 1  # sum(x, axis)


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        if not _gives_one_answer(model):
            continue
        for layer, before in _joining(model):
            ends = told_shape(model.outputs[0].shape)
            return Finding(
                line=_line(evidence.source, model, layer),
                about=layer.name,
                evidence=f"{layer.kind} gets {told_shape(before)}, of any number of examples, and gives "
                f"{told_shape(_shape(layer))}; so the model ends in {ends}, whatever the batch",
                change="the first axis are the examples: axis=-1 takes the values of each together",
            )
    return None


def _gives_one_answer(model: Model) -> bool:
    """Whether any number of examples goes in and a fixed one comes out."""
    goes_in = [one.shape for one in model.inputs]
    comes_out = [one.shape for one in model.outputs]
    any_number = bool(goes_in) and all(shape and shape[0] is None for shape in goes_in)
    return any_number and bool(comes_out) and all(_is_fixed(shape) for shape in comes_out)


def _is_fixed(shape: Sequence[int | None] | None) -> bool:
    return bool(shape) and shape is not None and shape[0] is not None


def _joining(model: Model) -> Iterator[tuple[Layer, Sequence[int | None]]]:
    """Layers that get any number of examples and give a fixed one, with what they get."""
    for layer in model.layers:
        if not _is_fixed(_shape(layer)):
            continue
        sources = [find_layer(model.layers, path) for path in fed_by(model.layers, layer.name)]
        shapes = [_shape(source) for source in sources if source is not None]
        many = [shape for shape in shapes if shape and shape[0] is None]
        if many:
            yield layer, many[0]


def _shape(layer: Layer) -> Sequence[int | None]:
    """Of its only output; empty where it has several."""
    shape = layer.output_shape
    is_one = isinstance(shape, list | tuple) and not any(isinstance(s, list | tuple) for s in shape)
    return list(shape) if is_one else []


def _line(source: Source, model: Model, layer: Layer) -> int:
    """Where axis 0 is written in the layer's own code, else where the layer was made."""
    made = layer_line(source, model, layer)
    written = [call for code in _code(source, layer, made) for call in calls_in(code)]
    along = [call for call in written if argument(call, "axis", _AXIS_POSITION) == 0]
    return call_line(along[0]) if along else made


def _code(source: Source, layer: Layer, made: int) -> Iterator[ast.AST]:
    yield from (one for one in source.all(ast.ClassDef) if one.name == layer.kind)
    call = call_at(source, made, layer.kind)
    function = function_of(source, given(call, "function", 0)) if call is not None else None
    if function is not None:
        yield function
