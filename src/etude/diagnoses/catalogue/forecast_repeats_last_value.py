"""
The forecast is no better than saying that the next value is the last one.

## Why it hurts
In a series that moves slowly, repeating the last known value is hard to beat: the error looks small, the curve of the
forecasts lies on that of the values, one step late, and nothing was forecast. A network is worth its trouble only
once its error is below that of this naive forecast on the same values.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    series = np.random.default_rng(0).normal(size=300).cumsum().astype("float32")

    def cut(part):
        return np.stack([part[i : i + 5] for i in range(len(part) - 5)]), part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(*cut(series[:200]), validation_data=cut(series[200:]), epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    series = np.sin(np.arange(300) / 3).astype("float32")

    def cut(part):
        return np.stack([part[i : i + 5] for i in range(len(part) - 5)]), part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mae")
    x, y = cut(series[:200])
    x_new, y_new = cut(series[200:])
    model.fit(x, y, validation_data=(x_new, y_new), epochs=10, verbose=0)
    naive = np.abs(y_new - x_new[:, -1]).mean()
"""

import math

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.regraded import ERROR, regraded
from etude.diagnoses.series import label_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit
from etude.domain.what_if import WhatIf

SEVERITY = Severity.WARNING
SKILLS = ("series-3", "series-5", "model-10")
GUIDE = "TensorFlow tutorial: Time series forecasting"

# One batch of a pipeline is no fair sample of it unless it is the whole.
_WHOLE = 1
_MEAN_ERROR = ("mae", "mean_absolute_error")
_SQUARED_ERROR = ("mse", "mean_squared_error")
# A program that only shows how it is done, in one epoch, claims nothing for its forecasts.
_FEWEST_EPOCHS = 2
_CHANGE = (
    "state the naive error beside yours; forecast the change since the last value, give the network "
    "longer windows, or train it longer"
)


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _validated(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """On hidden examples the forecast fits the value before the one that was asked for."""
    better = regraded(evidence, WhatIf.ONE_STEP_EARLIER)
    if better is None:
        return None
    return Finding(
        line=label_line(evidence.source, evidence.fits[-1]) if evidence.fits else 1,
        evidence=f"{better.told(ERROR)}: it follows the series one step behind",
        change=_CHANGE,
    )


def _validated(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        data = fit.validation
        if data is None or data.windows is None or not _is_whole(data) or not _forecasts(data):
            continue
        for names, naive in (
            (_MEAN_ERROR, data.windows.naive_error),
            (_SQUARED_ERROR, data.windows.naive_squared),
        ):
            reached = _best(fit, names)
            if naive and reached is not None and reached >= naive:
                return Finding(
                    line=fit.line,
                    evidence=f"the best validation error of {len(fit.epochs)} epochs is {reached:.4g}; "
                    f"repeating each window's last value has one of {naive:.4g}",
                    change=_CHANGE,
                )
    return None


def _is_whole(data: Data) -> bool:
    return data.kind == "arrays" or data.cardinality == _WHOLE


def _forecasts(data: Data) -> bool:
    """Whether the label is the one value that comes next."""
    seen = data.windows
    return seen is not None and seen.lead is not None and seen.lead >= 1 and seen.steps == 1


def _best(fit: Fit, names: tuple[str, ...]) -> float | None:
    """The lowest validation error of this kind, whether it is a metric or the loss itself."""
    compiled = fit.model.compiled
    is_loss = compiled is not None and any(loss.name == names[1] for loss in compiled.losses)
    found = [fit.series("val_loss")] if is_loss else []
    found += [fit.series(f"val_{name}") for name in names]
    values = [value for series in found for value in series if math.isfinite(value)]
    return min(values) if values and len(fit.epochs) >= _FEWEST_EPOCHS else None
