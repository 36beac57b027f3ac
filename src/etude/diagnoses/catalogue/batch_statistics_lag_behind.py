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

from dataclasses import dataclass, replace

from etude.diagnoses.batch_statistics import KIND, momentum, unsettled
from etude.diagnoses.curves import (
    accuracy,
    accuracy_in,
    cost_of_knowing_nothing,
    last_fit,
    turning_epoch,
)
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit

# It passes with more training, and a program that is merely short of it is right.
SEVERITY = Severity.WARNING
SKILLS = ("model-11", "model-10", "dev-3")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ("overfits", "trained_too_short", "predicts_constant")

# Training is nearly perfect, and validation is far below it, so that it is no ordinary overfitting.
_LEARNED, _LOST = 0.9, 0.3
# On the very rows that it learned from nothing is overfitted: less says as much.
_LOST_ON_THE_SAME = 0.2
_SAME = "same"
_ALL_RIGHT = 0.999  # then no class can have been left out
_FEWEST_CLASSES = 2
# Of the very same examples: dropout makes training the dearer of the two, and a last step little.
_TIMES, _SHARE_OF_GUESSING = 5.0, 0.5


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    averages = unsettled(evidence, fit) if fit is not None else None
    if fit is None or averages is None:
        return None
    same = _dearer_on_the_same(fit)
    came = _lost(evidence, fit) or _turned(fit) or same or _fewer_answers(evidence, fit)
    if not came:
        return None
    return Finding(
        line=layer_line(evidence.source, fit.model, averages.layer),
        about=averages.layer.name,
        evidence=f"{KIND} has seen {averages.batches} batches; with a momentum of {momentum(averages.layer):g} its "
        f"averages are still {averages.left:.0%} what they began with; {came}",
        change="train for more batches (smaller ones, or more epochs), or set a lower momentum such as 0.9",
        proven=bool(same),
    )


def _lost(evidence: Evidence, fit: Fit) -> str:
    """How much less is right outside training, when it is no ordinary overfitting."""
    learned, judged = accuracy(fit), _judged(evidence, fit)
    if not learned or judged is None:
        return ""
    least = _LOST_ON_THE_SAME if judged.on_the_same else _LOST
    not_learned = learned[-1] < _LEARNED and not judged.on_the_same
    if learned[-1] - judged.accuracy < least or not_learned:
        return ""
    return f"accuracy is {learned[-1]:.2f} in training and {judged.accuracy:.2f} in {judged.where}"


def _turned(fit: Fit) -> str:
    """How the validation loss, which uses these averages, rose while training went well."""
    best, judged = turning_epoch(fit), fit.series("val_loss")
    if best is None:
        return ""
    return (
        f"the validation loss rose from {judged[best]:.3f} in epoch {best + 1} to {judged[-1]:.3f}"
    )


def _dearer_on_the_same(fit: Fit) -> str:
    """How much more the very examples that it learned from cost by the averages than by batches."""
    learned, judged = fit.series("loss"), fit.series("val_loss")
    if fit.overlap != _SAME or not learned or not judged:
        return ""
    nothing = cost_of_knowing_nothing(fit)
    dear = nothing and judged[-1] >= max(_TIMES * learned[-1], _SHARE_OF_GUESSING * nothing)
    return (
        f"the very same examples cost {learned[-1]:.3g} in training and {judged[-1]:.3g} in validation"
        if dear
        else ""
    )


def _fewer_answers(evidence: Evidence, fit: Fit) -> str:
    """All were right in training, and for the same rows predict leaves classes out."""
    learned, labels = accuracy(fit), fit.train.part("1")
    if not learned or learned[-1] < _ALL_RIGHT or labels is None:
        return ""
    # Of one-hot labels it is not seen which columns are used: two at least, or nothing was to be learned.
    classes = len(labels.distinct or ()) if len(labels.shape) == 1 else _FEWEST_CLASSES
    for call in evidence.calls_with_model_of(fit):
        answered = call.arguments.get("answered", classes)
        if answered < classes and _has_training_inputs(fit, call):
            return (
                f"accuracy is {learned[-1]:.2f} in training, and for the very same examples predict in line {call.line} "
                f"answers with {'a single class' if answered == 1 else f'{answered} of {classes} classes'}"
            )
    return ""


@dataclass(frozen=True, slots=True)
class _Judged:
    """How well a model did outside training, where, and whether on the rows that it learned from."""

    accuracy: float
    where: str
    on_the_same: bool = False


def _judged(evidence: Evidence, fit: Fit) -> _Judged | None:
    """How well it did outside training: in validation, else where the program evaluates it."""
    validated = accuracy(fit, of="val_")
    if validated:
        return _Judged(validated[-1], "validation", fit.overlap == _SAME)
    for call in evidence.calls_with_model_of(fit):
        found = accuracy_in(call.arguments.get("measured", {}))
        if found is not None and call.model is not None and call.model.iterations:
            return _Judged(found, f"evaluate in line {call.line}", _has_training_rows(fit, call))
    return None


def _has_training_rows(fit: Fit, call: Call) -> bool:
    """Whether the arrays of both hold the same numbers, as far as they were looked at."""
    given = call.data.sample if call.data is not None else ()
    both_arrays = call.data is not None and call.data.kind == fit.train.kind == "arrays"
    return both_arrays and bool(given) and list(given) == list(fit.train.sample)


def _has_training_inputs(fit: Fit, call: Call) -> bool:
    asked = call.data.sample if call.data is not None else ()
    inputs = fit.train.part("0")
    if len(asked) != 1 or inputs is None or call.data is None or call.data.kind != fit.train.kind:
        return False
    return replace(inputs, path=asked[0].path) == asked[0]
