"""
A stateful layer goes on from pass to pass, and nothing ever resets its state.

## Why it hurts
A layer with `stateful=True` begins a batch with the state that the batch before has left. That is meant for long
series that are cut into pieces and come in their order. Where a new pass begins, or where the rows of the next batch
are other things altogether, that state belongs to something else: the network starts from a memory of the wrong
series, and the same input gets another answer each time.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(32, 5, 2)).astype("float32")
    labels = (rows[:, :, 0].mean(axis=1) > 0).astype("float32")[:, None]
    model = keras.Sequential([
        keras.Input(batch_shape=(8, 5, 2)),
        keras.layers.LSTM(4, stateful=True),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy")

    for epoch in range(3):
        for start in range(0, 32, 8):
            model.train_on_batch(rows[start : start + 8], labels[start : start + 8])

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(32, 5, 2)).astype("float32")
    labels = (rows[:, :, 0].mean(axis=1) > 0).astype("float32")[:, None]
    model = keras.Sequential([
        keras.Input((5, 2)),
        keras.layers.LSTM(4),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy")

    for epoch in range(3):
        for start in range(0, 32, 8):
            model.train_on_batch(rows[start : start + 8], labels[start : start + 8])
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.recurrence import stateful_layers
from etude.diagnoses.rounds import rounds_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-6", "series-5", "train-1")
GUIDE = "TensorFlow guide: Working with RNNs (cross-batch statefulness)"
EXPLAINS = ("trained_too_short",)

_RESETS = ("reset_state", "reset_states")
_PASSES = 2  # loops around a step: over passes, and over batches


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if any(source.calls(name) for name in _RESETS):
        return None
    for loop in evidence.loops:
        layers = stateful_layers(loop.model)
        passes = any(len(rounds) >= _PASSES for rounds in rounds_of(source, loop.line))
        if layers and passes:
            return Finding(
                line=layer_line(source, loop.model, layers[0]),
                about=layers[0].name,
                evidence=f"{layers[0].kind} keeps its state from batch to batch, line {loop.line} took "
                f"{loop.steps} steps in several passes, and nothing resets the state between them",
                change="leave stateful=True out when each row stands for itself; otherwise call "
                "layer.reset_state() where a new series or a new pass begins",
            )
    return None
