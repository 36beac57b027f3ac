"""
Batch normalisation has seen too few batches for the statistics that it uses outside training.

## Why it hurts
In training it scales by the batch at hand. In validation and prediction it uses running averages, which start at mean 0 and
variance 1 and move by 1 - momentum with every batch: with a momentum of 0.99, after 50 batches 60 % of them are still where they began. A
network that is nearly perfect in training then guesses in validation, on the very same examples.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = np.arange(64) % 2
    features = (labels[:, None] * 4 + rng.normal(size=(64, 8)) + 100).astype("float32")
    test = (labels[:, None] * 4 + rng.normal(size=(64, 8)) + 100).astype("float32")

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.BatchNormalization(momentum=0.999),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(0.1), loss="binary_crossentropy", metrics=["accuracy"]
    )
    model.fit(features, labels, epochs=8, validation_data=(test, labels), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = np.arange(64) % 2
    features = (labels[:, None] * 4 + rng.normal(size=(64, 8)) + 100).astype("float32")
    test = (labels[:, None] * 4 + rng.normal(size=(64, 8)) + 100).astype("float32")

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.BatchNormalization(momentum=0.5),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(0.1), loss="binary_crossentropy", metrics=["accuracy"]
    )
    model.fit(features, labels, epochs=8, validation_data=(test, labels), verbose=0)
"""

from dataclasses import dataclass

from etude.diagnoses.curves import accuracy, accuracy_in, last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer

# It passes with more training, and a program that is merely short of it is right.
SEVERITY = Severity.WARNING
SKILLS = ("model-11", "model-10", "dev-3")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ("overfits", "trained_too_short", "predicts_constant")

_KIND = "BatchNormalization"
# A share of the starting values that still decides what comes out; with the momentum of 0.99 that Keras
# gives it is reached after 160 batches.
_LEFT = 0.2
# Training is nearly perfect, and validation is far below it, so that it is no ordinary overfitting.
_LEARNED, _LOST = 0.9, 0.3


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    layer = _slowest(fit) if fit is not None else None
    if fit is None or layer is None:
        return None
    steps, learned, judged = _steps(evidence, fit), accuracy(fit), _judged(evidence, fit)
    left = _momentum(layer) ** steps if steps else 0.0
    if left < _LEFT or not learned or judged is None:
        return None
    if learned[-1] < _LEARNED or learned[-1] - judged.accuracy < _LOST:
        return None
    return Finding(
        line=layer_line(evidence.source, fit.model, layer),
        about=layer.name,
        evidence=f"{_KIND} has seen {steps} batches; with a momentum of {_momentum(layer):g} its averages are "
        f"still {left:.0%} what they began with; accuracy is {learned[-1]:.2f} in training and "
        f"{judged.accuracy:.2f} in {judged.where}",
        change="train for more batches (smaller ones, or more epochs), or set a lower momentum such as 0.9",
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    accuracy: float
    where: str


def _judged(evidence: Evidence, fit: Fit) -> _Judged | None:
    """How well it did outside training: in validation, else where the program evaluates it."""
    validated = accuracy(fit, of="val_")
    if validated:
        return _Judged(validated[-1], "validation")
    for call in evidence.calls_with_model_of(fit):
        found = accuracy_in(call.arguments.get("measured", {}))
        if found is not None and call.model is not None and call.model.iterations:
            return _Judged(found, f"evaluate in line {call.line}")
    return None


def _slowest(fit: Fit) -> Layer | None:
    """The layer whose averages move least, of those that learn."""
    found = [layer for layer in all_layers(fit.model) if layer.kind == _KIND and layer.trainable]
    return max(found, key=_momentum, default=None)


def _momentum(layer: Layer) -> float:
    value = layer.config.get("momentum", 0.99)
    return float(value) if isinstance(value, int | float) else 0.0


def _steps(evidence: Evidence, fit: Fit) -> int:
    """Batches that this model has learned from; 0 when that is not known, or it was trained before."""
    earlier = [one for one in evidence.fits if one.model.key == fit.model.key and one is not fit]
    if earlier or evidence.source.calls("load_model") or evidence.source.calls("load_weights"):
        return 0
    return _batches(fit) * len(fit.epochs)


def _batches(fit: Fit) -> int:
    """Of one epoch."""
    given = fit.arguments.get("steps_per_epoch")
    if isinstance(given, int):
        return given
    if fit.train.cardinality <= 0:
        return 0
    if fit.train.kind == "dataset":
        return fit.train.cardinality
    size = fit.arguments.get("batch_size") or 32
    return -(-fit.train.cardinality // int(size))
