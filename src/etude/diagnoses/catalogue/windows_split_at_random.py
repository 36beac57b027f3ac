"""
Windows that share their values lie on both sides of the split.

## Why it hurts
Neighbouring windows are the same values but for one step, and the label of one is among the inputs of the next.
When windows are dealt to training and validation at random, nearly every validation window has a twin that the
network learned from: the validation error tells how well it remembers, not how well it forecasts. A series is
split by time: the training part ends before the validation part begins.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=220).cumsum().astype("float32")
    x = np.stack([series[i : i + 10] for i in range(200)])
    y = np.array([series[i + 10] for i in range(200)])

    order = rng.permutation(200)
    train, validation = order[:160], order[160:]

    model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x[train], y[train], validation_data=(x[validation], y[validation]), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    series = rng.normal(size=220).cumsum().astype("float32")
    x = np.stack([series[i : i + 10] for i in range(200)])
    y = np.array([series[i + 10] for i in range(200)])

    model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x[:160], y[:160], validation_data=(x[170:], y[170:]), verbose=0)
"""

from etude.diagnoses.dealing import dealing_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import is_shuffle, places, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-6", "series-7")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("validation_overlaps_training",)

# Split by time, only windows at the border have a neighbour on the other side; at random with one
# part in five held out, all but one in 25 have one.
_MOST = 0.5
_CUTS = ("take", "skip")


def match(evidence: Evidence) -> Finding | None:
    return _arrays(evidence) or _pipelines(evidence)


def _arrays(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        # Two parts in order may share windows because the series repeats itself.
        in_order = fit.series_split is not None and bool(fit.series_split.both)
        if fit.series_split is not None and fit.series_split.shared > _MOST and not in_order:
            return Finding(
                line=dealing_line(evidence, fit),
                evidence=f"{fit.series_split.shared:.0%} of the validation windows are a training window moved "
                "by one step",
                change="split the series by time: early values for training, late ones for validation",
            )
    return None


def _pipelines(evidence: Evidence) -> Finding | None:
    """Windows were shuffled, and then taken and skipped."""
    for fit in evidence.fits:
        stages = fit.train.stages
        shuffles = [p for p in places(fit.train, is_shuffle) if p > _window(fit.train)]
        cut = max((i for i, stage in enumerate(stages) if stage.op in _CUTS), default=-1)
        if _window(fit.train) < 0 or not shuffles or cut < shuffles[0] or fit.validation is None:
            continue
        shuffle = stages[shuffles[0]]
        if _overlap(fit.train) and shuffle in fit.validation.stages:
            return Finding(
                line=shuffle.line or fit.line,
                evidence=f"{step(shuffle)} mixes windows that overlap, and {step(stages[cut])} then deals "
                "them to training and validation",
                change="split the series by time before windows are cut, or cut before you shuffle",
            )
    return None


def _window(data: Data) -> int:
    return data.position("window")


def _overlap(data: Data) -> bool:
    given = data.stages[_window(data)].parameters
    size, shift = given.get("size", 0), given.get("shift") or given.get("size", 0)
    return bool(shift < size)
