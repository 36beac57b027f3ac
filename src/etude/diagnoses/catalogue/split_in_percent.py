"""
`validation_split` is given in percent, and the model learns from no row at all.

## Why it hurts
It is a share, 0.2 for a fifth. With 20 Keras computes a place far before the first row: all rows become validation data, none is
left to train on, and `fit` runs through its epochs without a word. The weights stay as they were.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(50, 3))
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    model.fit(x, x[:, :1], epochs=2, validation_split=20, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(50, 3))
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    model.fit(x, x[:, :1], epochs=2, validation_split=0.2, verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-10", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = (*NOTHING_LEARNED, "validation_overlaps_training", "not_shuffled")

_PERCENT = 100
# From here on the cut lies before the first row.
_NOTHING_LEFT = 2


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        share = fit.arguments.get("validation_split")
        # Only where an epoch has run: what Keras refuses is told elsewhere.
        if isinstance(share, int | float) and _is_no_share(share) and fit.epochs:
            meant = share / _PERCENT if _NOTHING_LEFT <= share < _PERCENT else 0.2
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_split"),
                evidence=f"validation_split is {share:g}, no share between 0 and 1, so that {_left(share)}",
                change=f"validation_split={meant:g}",
                about="validation_split",
            )
    return None


def _is_no_share(share: float) -> bool:
    return share < 0 or share > 1


def _left(share: float) -> str:
    """Keras cuts at rows * (1 - share), which is a place counted from the end where it is negative."""
    if share >= _NOTHING_LEFT:
        return "no row is left to train on"
    return "rows are dealt out in another way than anyone would mean"
