"""
A table with large numbers meets the first weights as it is, and nothing is learned.

## Why it hurts
Incomes of 50,000 beside ages of 40 make the first outputs enormous: the loss begins in the thousands, one step throws the
weights far away, units die, and from then on every row gets the same answer. What is small is not heard at all.
Columns of mean 0 and deviation 1 are learned at once; the statistics belong to the training rows.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = np.column_stack([rng.uniform(10_000, 200_000, 400), rng.integers(0, 9, 400)])
    y = (x[:, 1] > 4) * 1.0
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1, "sigmoid")])
    model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = np.column_stack([rng.uniform(10_000, 200_000, 400), rng.integers(0, 9, 400)])
    y = (x[:, 1] > 4) * 1.0
    scale = keras.layers.Normalization()
    scale.adapt(x)
    model = keras.Sequential([
        keras.Input((2,)), scale, keras.layers.Dense(8, "relu"), keras.layers.Dense(1, "sigmoid"),
    ])
    model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=5, verbose=0)
"""

import math

from etude.diagnoses.curves import cost_of_guessing
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import first_weights_of_subclass, takes_pixels_as_they_are
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.diagnoses.training_health import is_ill
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "model-1", "dev-3")
GUIDE = "Keras API: Normalization layer"
EXPLAINS = (*NUMBERS_GONE_WRONG, "targets_not_scaled")

# Standardised columns keep within ten; what is beyond this is a quantity in its own unit.
_LARGE = 100.0
_LEAST_EPOCHS = 2


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        table = _table(fit)
        direct = takes_pixels_as_they_are(fit.model) or first_weights_of_subclass(
            evidence.source, fit.model
        )
        if table is not None and direct and _went_badly(fit):
            return Finding(
                line=fit.line,
                evidence=f"the {table.shape[1]} columns that fit was given lie between {table.low:.6g} and "
                f"{table.high:.6g}, nothing scales them, and the loss ended at {fit.series('loss')[-1]:.4g}",
                change="scale each column with the mean and deviation of the training rows, or put a Normalization "
                "layer adapted to them first",
            )
    return None


def _table(fit: Fit) -> TensorSample | None:
    """Inputs of (rows, columns) with large values; None for others."""
    inputs = [one for one in fit.train.sample if one.path.startswith("0")]
    table = inputs[0] if len(inputs) == 1 and len(inputs[0].shape) == 2 else None
    if table is None or table.low is None or table.high is None or table.nan:
        return None
    return table if max(abs(table.low), abs(table.high)) > _LARGE else None


def _went_badly(fit: Fit) -> bool:
    losses = fit.series("loss")
    if len(losses) < _LEAST_EPOCHS:
        return False
    if not all(map(math.isfinite, losses)) or is_ill(fit):
        return True
    guessing = cost_of_guessing(fit)
    return losses[-1] > guessing if guessing else _is_worse_than_the_mean(fit, losses[-1])


def _is_worse_than_the_mean(fit: Fit, loss: float) -> bool:
    compiled, spread = fit.model.compiled, fit.health.label_spread if fit.health else None
    names = [one.name for one in compiled.losses] if compiled is not None else []
    if not spread or len(names) != 1 or names[0] not in REGRESSION_LOSSES:
        return False
    return loss > (spread**2 if "squared_error" in names[0] else spread)
