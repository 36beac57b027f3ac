"""
Rows of a stateful training stand in the order of time, and each batch takes several of them.

## Why it hurts
A layer with `stateful=True` hands the state of row 3 of a batch to row 3 of the next batch. When the pieces of one series
simply stand one after another, a batch of 8 holds pieces 0 to 7 and the next one 8 to 15: piece 8 gets the state of
piece 0, though it is piece 7 that it continues. Every row then begins with the memory of another place of the series.
`shuffle=False` alone does not help; row i of a batch must go on where row i of the batch before has ended.

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
    model.fit(inputs, labels, batch_size=8, shuffle=False, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.sin(np.arange(161) / 5).astype("float32")
    inputs, labels = series[:160].reshape(40, 4, 1), series[4::4].reshape(40, 1)
    # eight stretches of five pieces each; a batch takes one piece of every stretch
    inputs = inputs.reshape(8, 5, 4, 1).swapaxes(0, 1).reshape(40, 4, 1)
    labels = labels.reshape(8, 5, 1).swapaxes(0, 1).reshape(40, 1)
    model = keras.Sequential(
        [
            keras.Input(batch_shape=(8, 4, 1)),
            keras.layers.LSTM(4, stateful=True),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, labels, batch_size=8, shuffle=False, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import is_shuffled, rows_of_a_batch, stateful_layers
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs (cross-batch statefulness)"
EXPLAINS = ("trained_too_short",)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        layers, size = stateful_layers(fit.model), rows_of_a_batch(fit)
        if layers and not is_shuffled(fit) and _goes_on_elsewhere(fit, size):
            apart = fit.train.followed_by[0]
            return Finding(
                line=fit.line,
                about=layers[0].name,
                evidence=f"row 0 goes on in row {apart} of the inputs, as its label shows, but with batches of {size} "
                f"{layers[0].kind} hands its state to row {size}",
                change=_change(apart, size),
            )
    return None


def _goes_on_elsewhere(fit: Fit, size: int) -> bool:
    """In batches of one row the state at least comes from the rows before, in their order."""
    several = 1 < size < fit.train.cardinality
    return several and bool(fit.train.followed_by) and size not in fit.train.followed_by


def _change(apart: int, size: int) -> str:
    if apart > 1:
        return (
            "leave stateful=True out: these windows overlap, and each brings its own past along; a stateful layer "
            "wants pieces without overlap"
        )
    return (
        f"cut the series into {size} stretches and let each batch take the next piece of every one: inputs.reshape({size}, -1, "
        f"steps, features).swapaxes(0, 1).reshape(-1, steps, features), and the labels in the same way; or batches "
        "of one row; or windows that hold the past they need, without stateful=True"
    )
