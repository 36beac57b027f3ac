"""
One value is left out between the window and the value to forecast.

## Why it hurts
Off by one: the network learns to look two steps ahead while it is used, and scored, one step ahead. Its forecasts
come one step late in everything that trends or swings, and the value just after the window, the easiest to forecast,
is never used. If two steps ahead is what is wanted, all is well.

## Example
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    x = np.stack([series[i : i + 5] for i in range(80)])
    y = np.array([series[i + 6] for i in range(80)])

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    x = np.stack([series[i : i + 5] for i in range(80)])
    y = np.array([series[i + 5] for i in range(80)])

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.regraded import ERROR, regraded
from etude.diagnoses.series import cuts, label_line
from etude.domain.finding import Finding, Severity
from etude.domain.what_if import WhatIf

SEVERITY = Severity.WARNING
SKILLS = ("series-1", "series-6", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"

_LATE = 2


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _cut(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """On hidden examples the forecast fits the value after the one that was asked for."""
    better = regraded(evidence, WhatIf.ONE_STEP_LATER)
    if better is None:
        return None
    return Finding(
        line=label_line(evidence.source, evidence.fits[-1]) if evidence.fits else 1,
        evidence=better.told(ERROR),
        change="let the label be the value that follows the window directly",
    )


def _cut(evidence: Evidence) -> Finding | None:
    for cut in cuts(evidence):
        if cut.lead == _LATE and cut.stride == 1:
            return Finding(
                line=cut.line,
                about=cut.data.role,
                evidence=f"after windows of {cut.size} values the label is the second value that follows: "
                "the first is in neither",
                change="for a forecast of one step, let the label of a window that starts at i be "
                f"series[i + {cut.size}]",
            )
    return None
