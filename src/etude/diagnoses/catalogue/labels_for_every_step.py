"""
The labels say something of every step, and the model answers once for the whole sequence.

## Why it hurts
A recurrent layer gives its last state alone, unless return_sequences=True says that the states of all steps are wanted.
What comes of it is one answer per example. Labels of shape (batch, steps) or (batch, steps, 1) want an answer at
each step, and a cross-entropy cannot compare the two. In a stack the last recurrent layer needs the argument
as well as those before it.

## Example
    import keras
    import numpy as np

    rows = np.random.default_rng(0).normal(size=(32, 6, 2)).astype("float32")
    labels = (rows[..., :1] > 0).astype("float32")

    model = keras.Sequential(
        [keras.Input((6, 2)), keras.layers.LSTM(4), keras.layers.Dense(1, activation="sigmoid")]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rows = np.random.default_rng(0).normal(size=(32, 6, 2)).astype("float32")
    labels = (rows[..., :1] > 0).astype("float32")

    model = keras.Sequential(
        [
            keras.Input((6, 2)),
            keras.layers.LSTM(4, return_sequences=True),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.refusals import refused_targets
from etude.diagnoses.stops import Stop, inputs_of, stop
from etude.diagnoses.text import keeps_last_state
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "series-5", "text-6")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ("integer_labels_with_categorical_loss", "one_hot_labels_with_sparse_loss")

_ONE_ANSWER, _SEQUENCES = 2, 3  # axes of (batch, values) and of (batch, steps, features)


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    steps = _steps_of_labels(evidence, ended) if ended else 0
    layer = keeps_last_state(ended.model) if ended and steps else None
    if ended is None or layer is None:
        return None
    return Finding(
        line=layer_line(evidence.source, ended.model, layer),
        evidence=f"the labels say something of each of the {steps} steps, and {layer.kind} gives its state after "
        "the last step alone",
        change=f"add return_sequences=True to the last {layer.kind}, for an answer at every step; or give one label "
        "per example, labels[:, -1]",
        about=ended.model.name,
    )


def _steps_of_labels(evidence: Evidence, ended: Stop) -> int:
    """The size of their axis of steps, where the inputs have as many and the output has none."""
    refused = refused_targets(evidence)
    if refused is None or len(refused.wanted) != _ONE_ANSWER or len(refused.given) < _ONE_ANSWER:
        return 0
    inputs = [one for data in ended.data for one in inputs_of(data)]
    shapes = [list(one.shape or ()) for one in inputs]
    steps, values = refused.given[1], refused.given[2:]
    counts_steps = any(len(shape) == _SEQUENCES and shape[1] == steps for shape in shapes)
    return steps or 0 if counts_steps and (values or steps != refused.wanted[1]) else 0
