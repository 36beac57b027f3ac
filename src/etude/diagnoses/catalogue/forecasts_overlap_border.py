"""
Values that the validation windows are to forecast are labels of training windows too.

## Why it hurts
A window that forecasts 24 hours reaches a day beyond its last value. When windows are split by time and no gap is
left, the last training windows have learned the first hours that validation is to judge. Part of what validation
measures is known already, so it comes out better than a forecast of days that nobody has seen.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=200).cumsum().astype("float32")
    x = np.stack([series[i : i + 20] for i in range(170)])
    y = np.stack([series[i + 20 : i + 30] for i in range(170)])

    model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(10)])
    model.compile("adam", "mse")
    model.fit(x[:140], y[:140], validation_data=(x[140:], y[140:]), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=200).cumsum().astype("float32")
    x = np.stack([series[i : i + 20] for i in range(170)])
    y = np.stack([series[i + 20 : i + 30] for i in range(170)])

    model = keras.Sequential([keras.Input((20,)), keras.layers.Dense(10)])
    model.compile("adam", "mse")
    model.fit(x[:130], y[:130], validation_data=(x[140:], y[140:]), verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("series-2", "data-6", "series-6")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ()

# Below a tenth it hardly moves what validation tells.
_SHARE = 0.1


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        split, windows = fit.series_split, fit.train.windows
        if split is not None and windows is not None and split.ahead >= _SHARE:
            given = "validation_data" if fit.validation is not None else "validation_split"
            return Finding(
                line=fit_argument_line(evidence.source, fit, given),
                about="validation data",
                evidence=f"{split.ahead:.0%} of the values to forecast in validation are labels of training "
                f"windows too: each of them forecasts {windows.steps} steps",
                change=f"leave out the last {windows.steps - 1} training windows, so that no label reaches "
                "beyond the split",
            )
    return None
