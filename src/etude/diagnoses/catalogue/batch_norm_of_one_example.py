"""
Batch normalization takes its statistics from a single example.

## Why it hurts
While it learns, `BatchNormalization` subtracts the mean of the batch from each unit. In a batch of one example that mean is the
example's own value: what is left is zero whatever came in, and nothing before the layer can learn anything. In `predict` the
layer uses averages that it gathered meanwhile, so its answers there have little to do with the loss that was shown. (Between convolutions
one picture has many pixels to average over.)

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(24, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, batch_size=1, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(24, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, batch_size=8, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.SILENT
SKILLS = ("model-11", "model-7", "dev-3")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ("batch_statistics_lag_behind", *NOTHING_LEARNED)

_KIND, _RANK = "BatchNormalization", 2


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer in _over_examples(fit) if _batch_size(fit) == 1 else ():
            return Finding(
                line=fit_argument_line(evidence.source, fit, "batch_size"),
                about=layer.name,
                evidence=f"fit learned from batches of one example, and {layer.name} subtracts the mean of the batch: "
                f"what it gives of its {(layer.output_shape or [0])[-1]} values is zero each time",
                change="take batches of 16 or more, or LayerNormalization, which looks at each example alone",
            )
    return None


def _batch_size(fit: Fit) -> int | None:
    if fit.train.kind == "arrays":
        size = fit.arguments.get("batch_size")
        return size if isinstance(size, int) else None
    first = fit.train.sample[0] if fit.train.sample and not fit.train.sampled_at else None
    batched = fit.train.kind == "dataset" and fit.train.position("batch") >= 0
    return first.shape[0] if first is not None and first.shape and batched else None


def _over_examples(fit: Fit) -> Iterator[Layer]:
    """Trainable ones behind which each example has one value per unit: nothing else to average over."""
    for layer in all_layers(fit.model):
        shape = layer.output_shape
        of_rows = isinstance(shape, list | tuple) and len(shape) == _RANK
        if layer.kind == _KIND and layer.trainable and of_rows:
            yield layer
