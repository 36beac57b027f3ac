"""
The targets are so large that the network never came near them.

## Why it hurts
A network begins with outputs around 0, and an optimizer such as Adam moves each weight by about the learning rate per
step. Prices in the hundred thousands are then thousands of steps away: the loss falls, epoch after epoch, and is still
worse than naming the mean for every row. Targets divided by their deviation are learned in a few epochs.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(256, 3))
    prices = 300_000 + 80_000 * x[:, 0]
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, prices, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(256, 3))
    prices = 300_000 + 80_000 * x[:, 0]
    mean, deviation = prices.mean(), prices.std()
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, (prices - mean) / deviation, epochs=5, verbose=0)
    print(model.predict(x[:5], verbose=0) * deviation + mean)
"""

import math

from etude.diagnoses.curves import last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, TensorSample

SEVERITY = Severity.WARNING
SKILLS = ("data-4", "model-1", "dev-3")
GUIDE = "TensorFlow tutorial: basic regression"
EXPLAINS = (*NUMBERS_GONE_WRONG, "learning_rate_too_low")

# Outputs reach tens within a few hundred steps of Adam; farther targets need scaling.
_FAR = 50.0
_LEAST_EPOCHS = 3
_SQUARED = ("mean_squared_error", "mse")
_ABSOLUTE = ("mean_absolute_error", "mae", "huber")


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    targets = fit.train.part("1") if fit is not None else None
    if fit is None or targets is None or targets.low is None or targets.high is None:
        return None
    error, spread = _typical_error(fit), _spread(fit, targets)
    if error is None or not spread or error < spread or not _is_far(targets):
        return None
    return Finding(
        line=fit.line,
        evidence=f"the targets go from {targets.low:.6g} to {targets.high:.6g}; after {len(fit.epochs)} epochs the "
        f"outputs are still off by about {error:.3g}, more than if each were the mean of the targets "
        f"({spread:.3g})",
        change="train on (targets - mean) / deviation, with both taken from the training part, and turn predictions "
        "back with * deviation + mean",
    )


def _is_far(targets: TensorSample) -> bool:
    middle = targets.mean if targets.mean is not None else 0.0
    return abs(middle) > _FAR and targets.distinct is None


def _typical_error(fit: Fit) -> float | None:
    """In the unit of the targets, by the last loss; None for another loss, or a few epochs only."""
    losses, compiled = fit.series("loss"), fit.model.compiled
    if compiled is None or len(compiled.losses) != 1 or len(losses) < _LEAST_EPOCHS:
        return None
    if not all(map(math.isfinite, losses)) or fit.arguments.get("class_weight"):
        return None
    name = compiled.losses[0].name
    if name in _SQUARED:
        return math.sqrt(losses[-1])
    return losses[-1] if name in _ABSOLUTE else None


def _spread(fit: Fit, targets: TensorSample) -> float:
    """Deviation of the targets; of evenly spread ones where nobody measured it."""
    if fit.health is not None and fit.health.label_spread:
        return fit.health.label_spread
    return ((targets.high or 0.0) - (targets.low or 0.0)) / math.sqrt(12)
