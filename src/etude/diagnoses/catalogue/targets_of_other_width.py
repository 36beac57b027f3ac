"""
The network gives another number of values per example than the targets have.

## Why it hurts
A loss compares outputs and targets place by place, so the last layer has to have as many units as a target has numbers:
the columns to predict, the steps to forecast, the classes that are one-hot. Otherwise the first step stops, with a message
on shapes from inside TensorFlow that names neither.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    targets = np.zeros((32, 3), "float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(10)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    targets = np.zeros((32, 3), "float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, targets, verbose=0)
"""

import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import loss_line, metrics_line, size_line, told
from etude.diagnoses.stops import Stop, labels_of, stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.observations import Data, Shape

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "model-8")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("activation_limits_regression", "operands_do_not_fit")

_SAID = re.compile(
    r"Dimensions must be equal|[Ii]ncompatible shapes|broadcastable shapes|must have the same shape"
)
_SHAPES = re.compile(r"\[([\d?]+(?:,[\d?]+)+)\]")
_ROWS_AND_WIDTH = 2
_FITS_CLASSES = "sparse_categorical_crossentropy"
_IN_PLACES = "must have the same shape"


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or ended.doing == "predict" or not _SAID.search(ended.error.message):
        return None
    outputs = ended.model.outputs
    for data in ended.data:
        targets = labels_of(data)
        if len(outputs) > 1 or len(targets) != 1:
            continue
        wanted = targets[0].shape
        given = outputs[0].shape if outputs else _other(ended.error.message, wanted)
        if given is not None and wanted is not None and _has_one_number(given, wanted):
            return _of_one_number(evidence, ended, data, given)
        if given is None or wanted is None:
            continue
        refused = _IN_PLACES in ended.error.message
        if not (_only_width_differs(given, wanted, refused=refused) or _other_axis(given, wanted)):
            continue
        head = next(iter(heads(ended.model)), None)
        layer = head.layer if head else None
        return Finding(
            line=size_line(evidence.source, ended.model, layer),
            about=ended.model.name,
            evidence=f"{told(layer)} gives {told_shape([None, *given[1:]])}, and the targets of {data.role} have the shape "
            f"{told_shape([None, *wanted[1:]])}",
            change=_change(given, wanted),
        )
    return None


def _has_one_number(given: Sequence[int | None], wanted: Sequence[int | None]) -> bool:
    """Labels without an axis of their own, and several outputs for each."""
    return len(wanted) == 1 and len(given) == _ROWS_AND_WIDTH and (given[-1] or 1) > 1


def _of_one_number(
    evidence: Evidence, ended: Stop, data: Data, given: Sequence[int | None]
) -> Finding | None:
    head = next(iter(heads(ended.model)), None)
    layer = head.layer if head else None
    size = size_line(evidence.source, ended.model, layer)
    classes = _are_classes(data, int(given[-1] or 0))
    if classes and head is not None and head.loss is not None and head.loss.name == _FITS_CLASSES:
        return _of_a_metric(evidence, ended, int(given[-1] or 0))
    return Finding(
        line=loss_line(evidence.source, ended.model) if classes else size,
        about=ended.model.name,
        evidence=f"{told(layer)} gives {given[-1]} numbers for each example, and {data.role} has one label for each",
        change="the labels are class numbers: loss sparse_categorical_crossentropy, which is made for them"
        if classes
        else "one unit in the last layer for one quantity; for class numbers the loss sparse_categorical_crossentropy",
    )


def _of_a_metric(evidence: Evidence, ended: Stop, outputs: int) -> Finding | None:
    """The loss is the right one, so it is a metric that takes the numbers one by one, if there are any."""
    compiled = ended.model.compiled
    named = ", ".join(compiled.metrics) if compiled else ""
    if not named:
        return None
    return Finding(
        line=metrics_line(evidence.source, ended.model),
        about=named,
        evidence=f"{outputs} outputs and one class number for each example suit the loss, and not every metric: {named} "
        "compares each output with a label of its own",
        change='metrics=["accuracy"], which looks for the likeliest class; or sparse_categorical_accuracy by name',
    )


def _are_classes(data: Data, outputs: int) -> bool:
    sample = data.part("1")
    if sample is None or not sample.distinct or not sample.dtype.startswith(("int", "uint")):
        return False
    return (sample.high or 0) < outputs


def _other(message: str, wanted: Shape) -> Shape:
    """Of two shapes that a message names the one that the targets do not have."""
    named = [[_size(size) for size in shape.split(",")] for shape in _SHAPES.findall(message)]
    others = [shape for shape in named if wanted is None or shape[1:] != list(wanted)[1:]]
    return others[0] if len(named) - len(others) == 1 else None


def _size(text: str) -> int | None:
    return None if text == "?" else int(text)


def _only_width_differs(
    given: Sequence[int | None], wanted: Sequence[int | None], *, refused: bool
) -> bool:
    """Of a width of 1 TensorFlow makes as many as it needs, and nothing stops, unless a loss of pixels
    or steps refuses it.
    """
    if len(given) != len(wanted) or len(given) < _ROWS_AND_WIDTH:
        return False
    sizes = {given[-1], wanted[-1]}
    of_places = refused and len(given) > _ROWS_AND_WIDTH
    return len(sizes) > 1 and not sizes & ({None} if of_places else {None, 1})


def _other_axis(given: Sequence[int | None], wanted: Sequence[int | None]) -> bool:
    """Whether there are other numbers of steps or places, which no size of 1 makes up for."""
    pairs = list(zip(given[1:-1], wanted[1:-1], strict=False))
    return len(given) == len(wanted) and any(
        one is not None and other is not None and one != other and 1 not in (one, other)
        for one, other in pairs
    )


def _change(given: Sequence[int | None], wanted: Sequence[int | None]) -> str:
    if _other_axis(given, wanted):
        return (
            f"let the network end in {told_shape([None, *wanted[1:]])}: a recurrent layer, Flatten or pooling that takes the "
            "steps or places together is missing, or is one too many; or cut the targets as the inputs are cut"
        )
    if wanted[-1] == 1 and len(given) > _ROWS_AND_WIDTH:
        return (
            "1 unit or filter in the last layer for a yes or no of each place; if the targets are class numbers, softmax and "
            "the loss sparse_categorical_crossentropy"
        )
    return f"{wanted[-1]} units in the last layer, or targets with {given[-1]} columns"
