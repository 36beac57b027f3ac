"""
What `fit` returns is taken for the dictionary of its logs.

## Why it hurts
`fit` returns an object, a History, and the curves are one attribute deeper: `history.history["loss"]`, one number per epoch.

## Example
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = features[:, :1] - features[:, 1:2]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    history = model.fit(features, labels, epochs=2, verbose=0)
    print(history["loss"][-1])

## Instead
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = features[:, :1] - features[:, 1:2]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    history = model.fit(features, labels, epochs=2, verbose=0)
    print(history.history["loss"][-1])
"""

import re

from etude.diagnoses.callbacks import last_logged, log_names
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-6")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("name_misspelt",)

_REFUSED = re.compile(
    r"'History' object (?:is not (?:subscriptable|iterable)|has no attribute '(?P<asked>\w+)')"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, _ = stopped
    fit = last_logged(evidence.fits)
    name = log_names(fit)[-1] if fit is not None else "loss"
    logged = f", which holds {', '.join(log_names(fit))}" if fit is not None else ""
    return Finding(
        line=error.line,
        evidence=f"line {error.line} reads the History that fit returned as if it were the logs themselves",
        change=f'ask its attribute history{logged}: history.history["{name}"]',
    )
