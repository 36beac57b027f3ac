"""
A stateful layer is trained on shuffled rows, so it carries on from the wrong place.

## Why it hurts
With `stateful=True` the state at the end of one batch is where the next batch begins: row 3 of a batch must continue
row 3 of the batch before. `fit` shuffles arrays unless it is told not to. The layer then begins each row with
the memory of another stretch, which is noise, and learns to ignore what it was meant to keep.

## Example
    import keras
    import numpy as np

    series = np.sin(np.arange(161) / 5).astype("float32")
    inputs, labels = series[:160].reshape(40, 4, 1), series[4::4].reshape(40, 1)
    model = keras.Sequential(
        [
            keras.Input(batch_shape=(8, 4, 1)),
            keras.layers.LSTM(4, stateful=True),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, labels, batch_size=8, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.sin(np.arange(161) / 5).astype("float32")
    inputs, labels = series[:160].reshape(40, 4, 1), series[4::4].reshape(40, 1)
    model = keras.Sequential(
        [
            keras.Input(batch_shape=(1, 4, 1)),
            keras.layers.LSTM(4, stateful=True),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, labels, batch_size=1, shuffle=False, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import is_shuffled, rows_of_a_batch, stateful_layers
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs (cross-batch statefulness)"
EXPLAINS = ("trained_too_short",)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        layers = stateful_layers(fit.model)
        if layers and is_shuffled(fit) and fit.train.cardinality > rows_of_a_batch(fit):
            return Finding(
                line=fit.line,
                about=layers[0].name,
                evidence=f"{layers[0].kind} keeps its state from batch to batch, and fit in line {fit.line} puts "
                f"the {fit.train.cardinality} rows in another order first",
                change="leave stateful=True out where each row is a sequence of its own; where rows go on "
                "from one another, give fit shuffle=False, let row i of each batch go on from row i of the batch before, "
                "and reset the state where a series ends",
            )
    return None
