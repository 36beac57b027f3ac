"""
A curve is drawn over another number of epochs than were trained.

## Why it hurts
The logs hold one number for each epoch that was run. `range(epochs)` has as many only if the training was not stopped
early and the number in `fit` is the same; the length of the log itself always is.

## Example
    import keras
    import matplotlib.pyplot as plt
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = features[:, :1] - features[:, 1:2]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    history = model.fit(features, labels, epochs=5, verbose=0)
    plt.plot(range(8), history.history["loss"])

## Instead
    import keras
    import matplotlib.pyplot as plt
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = features[:, :1] - features[:, 1:2]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    history = model.fit(features, labels, epochs=5, verbose=0)
    plt.plot(history.history["loss"])
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-10", "model-12", "dev-3")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

_REFUSED = re.compile(
    r"x and y must have same first dimension, but have shapes \((?P<x>\d+),\) and \((?P<y>\d+),"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, found = stopped
    drawn_over, drawn = int(found["x"]), int(found["y"])
    fit = next((fit for fit in reversed(evidence.fits) if len(fit.series("loss")) == drawn), None)
    if fit is None:
        return Finding(
            line=error.line,
            evidence=f"{drawn} values are to be drawn over {drawn_over} places",
            change="as many places as values: range(len(values)), or leave the first argument out, which counts from 0",
        )
    return Finding(
        line=error.line,
        evidence=f"fit in line {fit.line} ran {drawn} epochs, and line {error.line} draws their logs over {drawn_over}",
        change='leave the first argument out, plt.plot(history.history["loss"]), or take '
        'range(len(history.history["loss"]))',
    )
