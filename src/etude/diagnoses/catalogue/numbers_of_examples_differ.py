"""
There are more inputs than labels, or the other way round.

## Why it hurts
Each example needs its label, so all arrays must have the same length along their first axis. They differ after a
filter, a split or a window that was applied to one of them only, and then no row can be trusted to belong to its
label: do not simply cut the longer one off.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(30) % 3

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
from etude.diagnoses.stops import inputs_of, labels_of, said, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import TensorSpec

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-7", "dev-3")
GUIDE = "Keras API: Model training, fit"
EXPLAINS = ("predictions_broadcast_against_labels",)

_WEIGHTED = re.compile(
    r"cardinality is ambiguous.*'y' sizes: (?P<labels>\d+)\W*'sample_weight' sizes: (?P<weights>\d+)",
    re.DOTALL,
)
_SEVERAL = re.compile(
    r"cardinality is ambiguous.*?'(?P<part>[xy])' sizes: (?P<sizes>\d+(?:, \d+)+)", re.DOTALL
)
_COUNTED = re.compile(r"inconsistent numbers of samples: \[(?P<numbers>[\d, ]+)\]")
_SPLIT = re.compile(
    r"arrays with different lengths.*Expected shape=\((?P<first>\d+).*Received shape=\((?P<second>\d+)",
    re.DOTALL,
)
_DRAWN = re.compile(
    r"should have the same length\. Found: x\.shape = \((?P<first>\d+).*y\.shape = \((?P<second>\d+)"
)
_COLUMN = re.compile(
    r"Length of values \((?P<first>\d+)\) does not match length of index \((?P<second>\d+)\)"
)
_SLICED = re.compile(r"Dimensions (?P<first>\d+) and (?P<second>\d+) are not compatible")


def match(evidence: Evidence) -> Finding | None:
    return (
        _of_a_model(evidence)
        or _of_weights(evidence)
        or _of_inputs(evidence)
        or _of_slices(evidence)
        or _of_scikit_learn(evidence)
        or _of_split_dataset(evidence)
        or _of_column(evidence)
        or _of_flow(evidence)
        or _let_through(evidence)
    )


def _let_through(evidence: Evidence) -> Finding | None:
    """With ``validation_split`` Keras cuts both parts by the length of the inputs, and does not count."""
    for fit in evidence.fits:
        inputs, labels = fit.train.cardinality, fit.train.label_order.get("elements", 0)
        if fit.train.kind != "arrays" or not fit.arguments.get("validation_split") or inputs <= 0:
            continue
        if labels and labels != inputs:
            return _finding(
                fit.line,
                f"fit is given {inputs} inputs and {labels} labels; with validation_split it takes as many labels as it "
                "needs, from the first on, and says nothing",
                "fit",
            )
    return None


def _of_a_model(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        inputs, labels = inputs_of(data), labels_of(data)
        if ended is None or data.kind != "arrays" or not inputs or not labels:
            continue
        first, second = _length(inputs[0]), _length(labels[0])
        if first != second and "cardinality" in ended.error.message:
            return _finding(
                ended.line,
                f"{data.role} is given {first} inputs and {second} labels",
                data.role,
                _in_one_example(inputs[0], second),
            )
    return None


def _of_weights(evidence: Evidence) -> Finding | None:
    """``sample_weight`` for other examples than there are."""
    error = evidence.error
    found = _WEIGHTED.search(error.message) if error else None
    if error is None or found is None or found["labels"] == found["weights"]:
        return None
    return _finding(
        error.line,
        f"there are {found['labels']} labels and {found['weights']} weights in sample_weight",
        "sample_weight",
        "make one weight for each example of what fit is given: after the split, of the training labels alone",
    )


def _of_inputs(evidence: Evidence) -> Finding | None:
    """Several inputs, one of which is shorter."""
    stopped = said(evidence, _SEVERAL)
    if stopped is None:
        return None
    error, found = stopped
    sizes = [one.strip() for one in found["sizes"].split(",")]
    if len(set(sizes)) == 1:
        return None
    return _finding(
        error.line,
        f"the arrays given as {found['part']} have {' and '.join(sizes)} rows",
        found["part"],
    )


def _of_slices(evidence: Evidence) -> Finding | None:
    """``from_tensor_slices`` of arrays of different length."""
    error = evidence.error
    found = _SLICED.search(error.message) if error else None
    text = evidence.source.line_text(error.line) if error else ""
    if found is None or error is None or "from_tensor_slices" not in text:
        return None
    return _finding(error.line, f"the parts have {found['first']} and {found['second']} rows", "")


def _of_scikit_learn(evidence: Evidence) -> Finding | None:
    """A split, or a measure, of arrays of different length."""
    stopped = said(evidence, _COUNTED)
    if stopped is None:
        return None
    error, found = stopped
    numbers = found["numbers"].replace(", ", " and ")
    return _finding(error.line, f"what stands side by side here has {numbers} rows", "")


def _of_split_dataset(evidence: Evidence) -> Finding | None:
    """Arrays side by side, for ``keras.utils.split_dataset``."""
    stopped = said(evidence, _SPLIT)
    if stopped is None:
        return None
    error, found = stopped
    return _finding(error.line, f"the arrays have {found['first']} and {found['second']} rows", "")


def _of_flow(evidence: Evidence) -> Finding | None:
    """Pictures and labels for ``ImageDataGenerator.flow``."""
    stopped = said(evidence, _DRAWN)
    if stopped is None:
        return None
    error, found = stopped
    return _finding(
        error.line, f"flow is given {found['first']} pictures and {found['second']} labels", "", ""
    )


def _of_column(evidence: Evidence) -> Finding | None:
    """A column of a table with fewer or more values than the table has rows."""
    stopped = said(evidence, _COLUMN)
    if stopped is None:
        return None
    error, found = stopped
    first, second = found["first"], found["second"]
    return _finding(
        error.line,
        f"a column of {first} values is to stand in a table of {second} rows",
        "",
        "put them beside the rows that they belong to: of forecasts made of windows the first rows have none, "
        f"table.iloc[-{first}:]; of a split the rows of that part"
        if int(first) < int(second)
        else "",
    )


def _in_one_example(part: TensorSpec, labels: int | None) -> str:
    """What to do when a reshape put all the rows into one example; "" when it did not."""
    shape = list(part.shape or ())
    if shape[:1] != [1] or labels not in shape[1:]:
        return ""
    return (
        f"the {labels} rows lie within one example, of the shape {tuple(shape)}: reshape so that they come "
        f"first, ({labels}, ...); or give that one example one label"
    )


def _finding(line: int, seen: str, about: str, change: str = "") -> Finding:
    return Finding(
        line=line,
        evidence=seen,
        change=change or "find the step that drops rows of one of them only, and apply it to both",
        about=about,
    )


def _length(part: TensorSpec) -> int | None:
    return part.shape[0] if part.shape else None
