"""
The last recurrent layer gives a value for every step, and there is one label per sequence.

## Why it hurts
With `return_sequences=True` the output keeps its axis of steps: (batch, steps, classes). One label per sequence has no such
axis. A cross-entropy refuses to compare them, and the program stops with two shapes that seem to come from nowhere; mean
squared error and its like stretch the label over all steps without a word, so that each step is taught the value behind
the last one. Only layers that feed another recurrent layer need the whole sequence.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 6, 1)).astype("float32")
    y = np.array([0, 1] * 16)

    model = keras.Sequential([
        keras.Input((6, 1)),
        keras.layers.LSTM(8, return_sequences=True),
        keras.layers.Dense(2, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 6, 1)).astype("float32")
    y = np.array([0, 1] * 16)

    model = keras.Sequential([
        keras.Input((6, 1)),
        keras.layers.LSTM(8),
        keras.layers.Dense(2, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.recurrence import keeps_sequences, return_sequences_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES, REGRESSION_LOSSES

SEVERITY = Severity.ERROR
SKILLS = ("text-6", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ("integer_labels_with_categorical_loss", "one_hot_labels_with_sparse_loss")

_LOSS = "crossentropy"


def match(evidence: Evidence) -> Finding | None:
    refused = any(_LOSS in error.raised_by for error in evidence.errors)
    for output in outputs(evidence):
        layer = keeps_sequences(output.model)
        many = (refused and _has_steps_too_many(output)) or _forecasts_at_every_step(output)
        if layer is not None and many:
            steps = (output.head.shape or [None, None])[1]
            return Finding(
                line=return_sequences_line(evidence.source, output.model, layer),
                about=output.model.name,
                evidence=f"{layer.kind}({layer.config.get('units', '')}) gives a value for each of the "
                f"{steps or 'many'} steps, so the model gives as many outputs for the one label of a sequence",
                change="leave out return_sequences=True in the last recurrent layer",
            )
    return None


def _forecasts_at_every_step(output: Output) -> bool:
    """Outputs (batch, steps, values) beside targets (batch, values), which may even be broadcast."""
    shape = output.head.shape
    wanted = output.labels[0].shape if output.labels else None
    if output.loss not in REGRESSION_LOSSES or shape is None or len(shape) != 3 or wanted is None:
        return False
    steps, values = shape[1:]
    if len(wanted) == 1:
        return values == 1 and steps != 1
    for_each_step = values == 1 and wanted[1] in (steps, None)
    return len(wanted) == 2 and wanted[1] == values and steps != 1 and not for_each_step


def _has_steps_too_many(output: Output) -> bool:
    """Outputs (batch, steps, classes) beside labels without an axis of steps."""
    shape = output.head.shape
    wanted = output.labels[0].shape if output.labels else None
    if output.loss not in CROSS_ENTROPIES or shape is None or len(shape) != 3 or wanted is None:
        return False
    one_hot = len(wanted) == 2 and wanted[1] == shape[2]
    return output.labels[0].is_one_number or one_hot
