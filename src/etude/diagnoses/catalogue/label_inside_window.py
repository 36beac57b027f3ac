"""
The value to forecast lies inside the window that the forecast is made from.

## Why it hurts
The network only has to find the label among its inputs and copy it. The error comes close to zero, and on a real
series, where the next value is not known yet, nothing of that is left. `timeseries_dataset_from_array` gives
window number i the target number i: passing the series itself twice makes the label each window's first value, so
the targets must begin one window later.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=120).cumsum().astype("float32")

    windows = keras.utils.timeseries_dataset_from_array(
        series[:100], series[:100], sequence_length=5, batch_size=16
    )
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(windows, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=120).cumsum().astype("float32")

    windows = keras.utils.timeseries_dataset_from_array(
        series[:100], series[5:100], sequence_length=5, batch_size=16
    )
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(windows, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.regraded import regraded
from etude.diagnoses.series import Cut, cuts
from etude.domain.finding import Finding, Severity
from etude.domain.what_if import WhatIf

SEVERITY = Severity.SILENT
SKILLS = ("series-1", "series-3", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("forecast_repeats_last_value", "label_among_inputs")


def match(evidence: Evidence) -> Finding | None:
    behind = regraded(evidence, WhatIf.ONE_STEP_EARLIER) is not None
    for cut in cuts(evidence):
        if _is_inside(cut) or (behind and _begins_inside(cut)):
            return Finding(
                line=cut.line,
                about=cut.data.role,
                evidence=f"in windows of {cut.size} values the label {_told(cut)}",
                change=f"let the label be the value after the window: of a window that starts at i, "
                f"series[i + {cut.size}]",
            )
    return None


def _is_inside(cut: Cut) -> bool:
    """Whether every value of the label is known already.

    A label as long as its window and shifted, or longer than what overlaps, is a forecast at every
    step, and a label that equals the window is an autoencoder's.
    """
    return cut.steps < cut.size and cut.lead + cut.steps - 1 <= 0


def _begins_inside(cut: Cut) -> bool:
    """Whether the first of several values is known already, as where one counts from 0 and from 1.

    On purpose it is done too, to lead a network into what follows; a forecast that then comes late
    on hidden examples was not led anywhere.
    """
    return cut.steps < cut.size and cut.lead == 0


def _told(cut: Cut) -> str:
    place = cut.size - 1 + cut.lead
    if cut.steps > 1 and cut.lead + cut.steps - 1 > 0:
        return (
            f"begins with its value {place + 1}, the last one, and goes on for {cut.steps - 1} more"
        )
    if cut.steps > 1:
        return f"is made of its values {place + 1} to {place + cut.steps}"
    return {0: "is its first value", cut.size - 1: "is its last value"}.get(
        place, f"is its value number {place + 1}"
    )
