"""
A row without a single token makes the loss NaN.

## Why it hurts
With a mask, `GlobalAveragePooling1D` divides by the number of words. An empty text has none: 0 divided by 0 is NaN, the loss of its
batch is NaN, and after one step so is every weight. One empty text in a thousand is enough.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (32, 6))
    tokens[7] = 0
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.layers.Embedding(50, 4, mask_zero=True),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (32, 6))
    tokens[7] = 0
    labels = rng.integers(0, 2, 32)

    filled = (tokens != 0).any(axis=1)
    model = keras.Sequential([
        keras.layers.Embedding(50, 4, mask_zero=True),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens[filled], labels[filled], verbose=0)
"""

import math

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.diagnoses.text import PASS_MASKS_ON, masking, reached
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.SILENT
SKILLS = ("text-2", "data-2", "train-5")
GUIDE = "TensorFlow guide: Understanding masking and padding"
EXPLAINS = NUMBERS_GONE_WRONG

_AVERAGES = "GlobalAveragePooling1D"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        average, empty = _masked_average(fit), _empty_rows(fit)
        if average is not None and empty and _is_nan(fit):
            return Finding(
                line=layer_line(evidence.source, fit.model, average),
                evidence=f"{empty} of the rows looked at hold no token, {_AVERAGES} divides by their 0 words, "
                "and the loss is NaN",
                change="leave empty texts out before training and answer them without the network, or fill "
                "them with one unknown word",
            )
    return None


def _masked_average(fit: Fit) -> Layer | None:
    layers = (
        layer for start in masking(fit.model) for layer in reached(fit.model, start, PASS_MASKS_ON)
    )
    return next((layer for layer in layers if layer.kind == _AVERAGES), None)


def _empty_rows(fit: Fit) -> int:
    tokens = [data.tokens for data in (fit.train, fit.validation) if data is not None]
    return sum(one.empty for one in tokens if one is not None)


def _is_nan(fit: Fit) -> bool:
    losses = [*fit.series("loss"), *fit.series("val_loss")]
    return bool(fit.nan_weights) or any(math.isnan(loss) for loss in losses)
