"""
What comes next in a series can hardly be told from what came before.

## Why it hurts
Changes of a price from hour to hour are nearly as good as drawn at random. Under a squared error the best answer
to what cannot be told is the mean: the forecasts make a flat line, or the curve of the values squashed to a tenth, a little
above or below zero. No layer and no epoch more will mend that; a longer training learns the noise of the training part by heart.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    changes = np.random.default_rng(0).normal(0, 0.01, size=500).astype("float32")
    windows = np.stack([changes[i : i + 20] for i in range(480)])[..., None]

    model = keras.Sequential([keras.Input((20, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(windows, changes[20:], epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    noise = np.random.default_rng(0).normal(0, 0.1, size=500)
    load = (np.sin(np.arange(500) / 4) + noise).astype("float32")
    windows = np.stack([load[i : i + 20] for i in range(480)])[..., None]

    model = keras.Sequential([keras.Input((20, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(windows, load[20:], epochs=3, verbose=0)
"""

from etude.diagnoses.curves import cost_of_the_mean
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

# The program may well be right, and the wish too great.
SEVERITY = Severity.WARNING
SKILLS = ("series-3", "series-5", "model-10")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("predicts_constant", "trained_too_short", "forecast_repeats_last_value")

# Pure noise came to 0 to 0.11, values that keep a fifth of the one before to 0.03; a sine under noise as strong as it to 0.19 and more.
_HARDLY = 0.1
# A training that got below this part of the mean's cost has found something, or learned it by heart.
_OF_THE_MEAN = 0.8


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        seen = fit.train.windows
        told = seen.told_by_past if seen is not None else None
        losses, mean = fit.series("loss"), cost_of_the_mean(fit)
        if told is None or told > _HARDLY or not losses or not mean:
            continue
        if losses[-1] >= _OF_THE_MEAN * mean:
            return _finding(fit, told, losses[-1], mean)
    return None


def _finding(fit: Fit, told: float, loss: float, mean: float) -> Finding:
    return Finding(
        line=fit.line,
        evidence=f"the loss ended at {loss:.3g}, and always answering the mean costs {mean:.3g}; a straight line "
        "through the values before, or what followed the stretches most alike, accounts for no more than "
        f"{told:.0%} of the scatter of the values to forecast",
        change="give the network something that the next value depends on, or forecast what can be told, such as a "
        "mean over many steps; else take the mean for the answer, and compare every forecast with it",
    )
