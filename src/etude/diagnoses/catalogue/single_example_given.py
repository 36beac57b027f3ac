"""
A single example is given where a model wants a batch.

## Why it hurts
`predict` and a call of the model take batches: the first axis counts examples. `x[0]` has lost that axis, so
the features, or the rows of a picture, are taken for examples, and the shapes no longer fit.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    print(model.predict(features[0], verbose=0))

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    print(model.predict(features[:1], verbose=0))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import refusal, refused_input
from etude.diagnoses.stops import inputs_of, matches, stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Shape

SEVERITY = Severity.ERROR
SKILLS = ("model-13", "model-7")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = (
    *("channel_axis_missing", "channels_differ", "picture_size_differs", "feature_count_differs"),
    *("picture_shrinks_to_nothing", "axes_differ_from_input"),
)

_NO_SEQUENCES = re.compile(r"`sequences` must be a list of iterables\. Found non-iterable: -?\d")
_ROWS = 2
_PICTURES = 4  # examples, height, width, channels


def match(evidence: Evidence) -> Finding | None:
    found = _given_to_a_method(evidence) or _given_to_a_call(evidence)
    if found is not None and evidence.error is not None:
        return _finding(*found, line=evidence.error.line)
    return _taken_for_a_batch(evidence) or _given_to_a_layer(evidence) or _one_sequence(evidence)


def _finding(given: Shape, wanted: Shape, *, line: int) -> Finding:
    bare = len(given or ()) < len(wanted or ()) - 1
    return Finding(
        line=line,
        evidence=f"the model wants batches {told_shape(wanted)}, and got {told_shape(given)}: one "
        f"example without the axis that counts examples{', and without its channel' if bare else ''}",
        change="add both axes, x[None, ..., None]"
        if bare
        else "keep that axis: x[:1] or x[i : i + 1] in place of x[i]; or add it, x[i][None]",
    )


def _one_sequence(evidence: Evidence) -> Finding | None:
    """``pad_sequences([1, 2, 3])``, which pads several."""
    error = evidence.error
    if error is None or not _NO_SEQUENCES.search(error.message):
        return None
    return Finding(
        line=error.line,
        evidence=f"pad_sequences takes a list of sequences, and line {error.line} gives it the numbers of one",
        change="put it into a list: pad_sequences([sequence]), which gives one row",
    )


def _given_to_a_layer(evidence: Evidence) -> Finding | None:
    """``layer(np.array([1.0, 2.0]))``: numbers side by side where the first axis counts examples."""
    refused, error = refusal(evidence), evidence.error
    if refused is None or error is None or stop(evidence) is not None:
        return None
    if (
        refused.axes != _ROWS
        or len(refused.received or ()) != 1
        or None in (refused.received or ())
    ):
        return None
    return Finding(
        line=error.line,
        evidence=f"{refused.layer} wants rows, one per example, and got {told_shape(refused.received)}: numbers side by side",
        change="x[None] makes one example of them, x[:, None] one example of each number",
    )


def _taken_for_a_batch(evidence: Evidence) -> Finding | None:
    """One window of (steps, 1), of which Keras makes as many windows of a single step."""
    for call in evidence.calls_of("Model.predict"):
        given = call.data.sample if call.data and call.data.kind == "arrays" else ()
        wanted = call.model.inputs if call.model and not call.error else ()
        if len(given) != 1 or len(wanted) != 1 or not wanted[0].shape:
            continue
        if list(given[0].shape) == list(wanted[0].shape[1:]) and len(given[0].shape) > 1:
            return _finding(given[0].shape, wanted[0].shape, line=call.line)
    return None


def _given_to_a_method(evidence: Evidence) -> tuple[Shape, Shape] | None:
    """Arrays that fit the model but for the first axis."""
    ended = stop(evidence)
    if ended is not None and ended.doing == "fit":  # of one example nobody learns
        return None
    inputs = ended.model.inputs if ended else ()
    for data in ended.data if ended else ():
        given = inputs_of(data) if data.kind == "arrays" else []
        if any(part.dtype == "string" for part in given):  # refused whatever its shape is
            continue
        if len(inputs) == len(given) == 1 and _lacks_batch(given[0].shape, inputs[0].shape):
            return given[0].shape, inputs[0].shape
    return None


def _given_to_a_call(evidence: Evidence) -> tuple[Shape, Shape] | None:
    """``model(x[0])``, which is not recorded; ``fit`` on a pipeline is another matter."""
    found = refused_input(evidence)
    if found is None or stop(evidence) is not None:
        return None
    return (found.given, found.wanted) if _lacks_batch(found.given, found.wanted) else None


def _lacks_batch(given: Shape, wanted: Shape) -> bool:
    if wanted is None or not given:
        return False
    grey = list(wanted)[1:-1] if len(wanted) == _PICTURES and wanted[-1] == 1 else None
    return matches(given, list(wanted)[1:]) or matches(given, grey)
