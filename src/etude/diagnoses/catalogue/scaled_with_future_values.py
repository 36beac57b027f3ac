"""
The series was scaled with values that lie in its future.

## Why it hurts
Mean and standard deviation, or the lowest and highest value, of the whole series know how far it will rise. On the
day of the forecast nobody knows that. The validation error comes out better than it will be, most of all where the
series trends: the training part alone would have put the later values outside the usual range.

## Example
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    series = (series - series.mean()) / series.std()
    train, validation = series[:80], series[80:]

    def cut(part):
        x = np.stack([part[i : i + 5] for i in range(len(part) - 5)])
        return x, part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(*cut(train), validation_data=cut(validation), verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    train, validation = series[:80], series[80:]
    mean, deviation = train.mean(), train.std()
    train, validation = (train - mean) / deviation, (validation - mean) / deviation

    def cut(part):
        x = np.stack([part[i : i + 5] for i in range(len(part) - 5)])
        return x, part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(*cut(train), validation_data=cut(validation), verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import places
from etude.diagnoses.series import (
    ROUNDING,
    Figures,
    is_standardised,
    parts,
    source_series,
    statistics_lines,
)
from etude.diagnoses.stops import repeats_inputs
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Stage

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-4", "data-6")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("statistics_from_all_rows",)

# float32 keeps an end of [0, 1] exactly.
_EXACT = 1e-6
# Of the training part alone the mean is farther off by far, or an end of the range is not reached.
_FARTHER = 10
_REACHED = 0.999
_CUTS = ("take", "skip")


def match(evidence: Evidence) -> Finding | None:
    # Who rebuilds windows, to find odd ones among others later, forecasts nothing.
    forecasts = (fit for fit in evidence.fits if not repeats_inputs(fit.train))
    for fit in forecasts:
        for train, both in parts(fit):
            told = _scaled_together(train, both)
            if told:
                return _finding(evidence, fit, told)
        told = _scaled_before_the_cut(fit) or _adapted_to_both(evidence, fit)
        if told:
            return _finding(evidence, fit, told)
    return None


def _finding(evidence: Evidence, fit: Fit, told: str) -> Finding:
    return Finding(
        line=min(statistics_lines(evidence.source, before=fit.line), default=fit.line),
        evidence=told,
        change="split the series by time first, and scale all of it with statistics of the training part",
    )


def _scaled_together(train: Figures, both: Figures) -> str:
    """How the figures of both parts are round ones and those of the training part are not."""
    if both["values"] <= train["values"]:
        return ""
    told = f"over the {train['values']:.0f} training values"
    together = f"over all {both['values']:.0f} values together"
    if is_standardised(both) and abs(train["mean"]) > _FARTHER * ROUNDING:
        return (
            f"the series has mean {train['mean']:.3f} and standard deviation {train['deviation']:.3f} {told}, "
            f"and 0.000 and {both['deviation']:.3f} {together}"
        )
    reaches = train["low"] <= 1 - _REACHED and train["high"] >= _REACHED
    if _fills_unit_range(both) and not reaches:
        return (
            f"the series lies between {train['low']:.3f} and {train['high']:.3f} {told}, and exactly "
            f"between 0 and 1 {together}"
        )
    return ""


def _scaled_before_the_cut(fit: Fit) -> str:
    """One scaled series, from whose windows training and validation are taken and skipped."""
    series = source_series(fit.train)
    if fit.validation is None or not series:
        return ""
    cut = places(fit.train, _cuts)
    shared = [stage.line for stage in fit.train.stages[:1]] == [
        stage.line for stage in fit.validation.stages[:1]
    ]
    if not cut or not shared or not (is_standardised(series) or _fills_unit_range(series)):
        return ""
    figures = (
        f"mean {series['mean']:.3f} and standard deviation {series['deviation']:.3f}"
        if is_standardised(series)
        else "0 as its lowest and 1 as its highest value"
    )
    stage = fit.train.stages[cut[-1]]
    return (
        f"the series of {series['values']:.0f} values has {figures}, and {stage.op} in line {stage.line} "
        "splits it afterwards"
    )


def _adapted_to_both(evidence: Evidence, fit: Fit) -> str:
    """A layer learned mean and variance of the training part and of what follows it."""
    split = fit.series_split
    if split is None or not split.both or not split.train:
        return ""
    for call in evidence.calls_of("Normalization.adapt"):
        rows, mean = call.arguments.get("rows", 0), call.arguments.get("mean", 0.0)
        near = abs(mean - split.both["mean"]) <= ROUNDING * (1 + abs(mean))
        if rows == split.both["values"] > split.train["values"] and near:
            return (
                f"adapt in line {call.line} was given {rows} values: the {split.train['values']:.0f} of the "
                "training part and those that follow it"
            )
    return ""


def _cuts(stage: Stage) -> bool:
    return stage.op in _CUTS


def _fills_unit_range(series: Figures) -> bool:
    return abs(series["low"]) <= _EXACT and abs(series["high"] - 1) <= _EXACT
