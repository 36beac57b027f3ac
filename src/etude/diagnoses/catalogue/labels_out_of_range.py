"""
A label is outside the range of classes that the last layer has.

## Why it hurts
`sparse_categorical_crossentropy` uses each label as an index into the outputs: with K units, labels are
0 to K - 1. Labels that start at 1, or a layer with too few units, point past the end. On a processor the run
stops with a long message; on a graphics card the loss silently becomes NaN.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = 1 + np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import call_at, size_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES

SEVERITY = Severity.ERROR
SKILLS = ("model-6", "model-7", "data-5")
GUIDE = "TensorFlow API: sparse softmax cross-entropy with logits"
HOPELESS = True
EXPLAINS = ("index_past_the_end", "nan_loss")

# TensorFlow's own words, the same in every version that étude supports.
_COMPLAINT = re.compile(r"label value of (-?\d+) which is outside the valid range of \[0, (\d+)\)")


# NumPy's, where to_categorical puts a 1 into a column that is not there.
_NO_COLUMN = re.compile(
    r"index (?P<label>-?\d+) is out of bounds for axis 1 with size (?P<size>\d+)"
)
_MADE_OF_NAN = str(-(2**63))  # what NumPy makes of NaN as a whole number
_ENCODER = "to_categorical"


def match(evidence: Evidence) -> Finding | None:
    return _not_encoded(evidence) or _not_trained(evidence)


def _not_encoded(evidence: Evidence) -> Finding | None:
    """Labels that were refused before a model saw them."""
    error = evidence.error
    found = _NO_COLUMN.search(error.message) if error else None
    if error is None or found is None or not error.raised_by.endswith(_ENCODER):
        return None
    label, size = found["label"], int(found["size"])
    if label == _MADE_OF_NAN:
        return Finding(
            line=error.line,
            evidence=f"one of the labels is no number (NaN), and {_ENCODER} makes whole numbers of them",
            change="drop the rows without a label before: rows = ~np.isnan(labels), then x[rows], labels[rows]",
            about=_ENCODER,
        )
    call = call_at(evidence.source, error.line, _ENCODER)
    return Finding(
        line=evidence.source.line_of_argument(call, "num_classes") if call else error.line,
        evidence=f"one of the labels is {label}, and {_ENCODER} with num_classes={size} has room for {_room(size)}",
        change=f"subtract 1 if the labels begin at 1, so that they go from 0 to {size - 1}; "
        f"else num_classes={int(label) + 1}",
        about=_ENCODER,
    )


def _not_trained(evidence: Evidence) -> Finding | None:
    if "ignore_class" in evidence.source.text:  # then a label outside the classes is meant to be
        return None
    for output in outputs(evidence):
        units = output.head.units
        if output.loss not in SPARSE_LOSSES or units is None:
            continue
        seen, highest, starts_at_one = _seen(evidence, output, units)
        if seen:
            return Finding(
                line=size_line(evidence.source, output.model, output.head.layer),
                evidence=f"{seen}, but {told(output.head.layer)} has room for {_room(units)}",
                change=_change(units, highest, starts_at_one=starts_at_one),
                about=output.model.name,
            )
    return None


def _seen(evidence: Evidence, output: Output, units: int) -> tuple[str, int, bool]:
    """What was seen outside the range, the highest label, and whether the labels start at one."""
    for labels in output.labels:
        if labels.low is None or labels.high is None or not _are_class_numbers(labels, output):
            continue
        if labels.low < 0 or labels.high >= units:
            seen = (
                f"the labels given to {labels.role} go from {labels.low:.0f} to {labels.high:.0f}"
            )
            return seen, int(labels.high), labels.low == 1 and labels.high == units
    complaint = _COMPLAINT.search(evidence.error.message) if evidence.error else None
    if complaint and int(complaint[2]) == units:
        return f"one of the labels is {complaint[1]}", int(complaint[1]), False
    return "", 0, False


def _are_class_numbers(labels: Labels, output: Output) -> bool:
    """Not one-hot rows, which are another mistake, and no fractions."""
    return not labels.has_fractions and (labels.is_one_number or output.head.shape is None
                                         or len(labels.shape or ()) < len(output.head.shape))  # fmt: skip


def _room(units: int) -> str:
    return "label 0 only" if units == 1 else f"labels 0 to {units - 1}"


def _change(units: int, highest: int, *, starts_at_one: bool) -> str:
    if units == 1 and highest <= 1:
        return 'for labels 0 and 1 use Dense(1, activation="sigmoid") with binary_crossentropy'
    if starts_at_one:
        return (
            f"subtract 1 from the labels, so that they go from 0 to {units - 1}; where 0 is kept "
            f"for padding, {units + 1} units"
        )
    more = f", which is {highest + 1} for labels up to {highest}" if highest >= units else ""
    return f"give the last layer one unit per class{more}, and number the classes from 0"
