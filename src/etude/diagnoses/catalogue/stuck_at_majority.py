"""
The model gives every example the same answer, and training does not change that.

## Why it hurts
The accuracy is the share of one class, the same number epoch after epoch: the network has settled on naming
that class whatever it is shown. It is a symptom. Inputs that are far too large, a learning rate that
is far too high, dead units or a loss that does not fit the outputs all end here.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(200, 4)).astype("float32")
    labels = (inputs[:, 0] > 0.5).astype("int64")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu", bias_initializer=keras.initializers.Constant(-50)),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss, metrics=["accuracy"])
    model.fit(inputs, labels, epochs=6, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(200, 4)).astype("float32")
    labels = (inputs[:, 0] > 0.5).astype("int64")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.5), loss=loss, metrics=["accuracy"])
    model.fit(inputs, labels, epochs=6, verbose=0)
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.diagnoses.batches import batches_per_epoch
from etude.diagnoses.class_shares import (
    class_shares,
    largest_share_possible,
    least_cost_of_one_answer,
)
from etude.diagnoses.curves import accuracy, last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sizes import largest
from etude.diagnoses.training_health import is_adaptive, learning_rate
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("dev-3", "model-10")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ("trained_too_short",)

# Chance gives a few epochs the same accuracy; not this many on a flat loss of fifty examples or more
# (measured: docs/design/health.md). Of fewer it takes more, as in the usual trials of XOR.
_EPOCHS, _EPOCHS_OF_FEW = 4, 40
_SAME = 1e-6
_FLAT = 0.05
# Keras counts in float32.
_SAME_SHARE = 1e-5
# A loss is the mean over an epoch in which the weights moved.
_SURELY_LESS = 0.9
# So many of one class are the same answer for all.
_SAME_ANSWER = 0.99
# Of fewer examples none may be found by chance; classes that are less uneven fail for other reasons.
_EXAMPLES, _NEARLY_ALL = 50, 0.8
_RARE = (
    "measure how many of the rare class are found (keras.metrics.Recall), weigh it with class_weight, or lower "
    "the threshold"
)
_RARE_STEPS = (
    "measure each class by itself (keras.metrics.Recall with class_id), and give fit a sample_weight of the labels' "
    "shape that is larger where they are rare"
)
_CHANGE = (
    "print the range of one batch of inputs and the outputs for it; then look at the learning rate "
    "and at the loss"
)
# A tenth of the size that first weights have.
_SHORT = 0.1
_USUAL_RATE = 0.001  # Adam's and its kin's in Keras
# Inputs up to this size are no reason for a network to stand still.
_USUAL = 10.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        epochs = _epochs(fit)
        reached = accuracy(fit)[-epochs:]
        if not _can_learn(fit) or len(reached) < epochs or _answers_differ(evidence, fit):
            continue
        if _is_flat(fit, reached):
            return Finding(line=fit.line, evidence=_same(reached), change=_change(fit))
        if _is_always(reached, max(class_shares(fit), default=0)):
            return Finding(
                line=fit.line,
                evidence=f"{_same(reached)}: the share of the largest class, to the last digit",
                change=_RARE,
            )
    return _never_named(evidence) or _same_answer(evidence)


def _change(fit: Fit) -> str:
    """What to try first, by what is known not to be the cause."""
    if short := _hardly_moved(fit):
        return short
    inputs, compiled = largest(fit.train.part("0")), fit.model.compiled
    if not 0 < inputs <= _USUAL or compiled is None or compiled.learning_rate is None:
        return _CHANGE
    if max(class_shares(fit), default=0) >= _NEARLY_ALL:
        return _RARE
    rate, optimizer = compiled.learning_rate, compiled.optimizer
    other = (
        f"optimizer='adam', or a rate ten times the {rate:.3g} of SGD"
        if optimizer == "SGD"
        else f"a tenth of the learning rate of {rate:.3g}, then ten times as much"
    )
    return f"the inputs, no larger than {inputs:.3g}, are not the cause: try {other}; after that more units or layers"


def _hardly_moved(fit: Fit) -> str:
    """What to do first where the weights cannot have left the place where they began; else ""."""
    reach, rate = _reach(fit), learning_rate(fit) or 0.0
    if reach > _SHORT:
        return ""
    larger = f", or with learning_rate={_USUAL_RATE:g}" if rate < _USUAL_RATE / 2 else ""
    return (
        f"{batches_per_epoch(fit) * len(fit.epochs)} steps at a learning rate of {rate:.3g} move no weight by "
        f"more than about {reach:.2g}, and weights are of the size of 1: train for ten times as many epochs first{larger}"
    )


def _reach(fit: Fit) -> float:
    """How far Adam and its kin, whose steps are as long as the rate, can have moved a weight; infinite
    for others, and where it is not known.
    """
    steps, rate = batches_per_epoch(fit) * len(fit.epochs), learning_rate(fit)
    known = is_adaptive(fit) and steps > 0 and rate is not None and not fit.model.iterations
    return steps * (rate or 0.0) if known else math.inf


def _epochs(fit: Fit) -> int:
    """So many of the same accuracy are no chance; a pipeline shows a batch, not how many there are."""
    labels = fit.train.part("1") if fit.train.kind == "arrays" else None
    few = labels is not None and (labels.shape or [_EXAMPLES])[0] < _EXAMPLES
    return _EPOCHS_OF_FEW if few else _EPOCHS


def _answers_differ(evidence: Evidence, fit: Fit) -> bool:
    """Whether a look at the last trained model has shown answers of several classes."""
    counts = _decided(evidence)
    if counts is None or fit is not last_fit(evidence.fits):
        return False
    return bool(counts.sum(axis=0).max() < _SAME_ANSWER * counts.sum())


def _decided(evidence: Evidence) -> NDArray[Any] | None:
    """Counts [class, decision] of the last trained model; None of too few examples."""
    counts = np.asarray(evidence.decided)
    return counts if counts.ndim == 2 and counts.sum() >= _EXAMPLES else None


def _may_be_one_answer(fit: Fit, reached: float) -> bool:
    """Whether such an accuracy, and such a loss, can come of one answer for all."""
    shares, whole = class_shares(fit), fit.train.part("1")
    if shares and whole is not None and len(whole.shape) == 1:
        return any(abs(share - reached) <= _SAME_SHARE for share in shares)
    if reached > largest_share_possible(fit) + _SAME_SHARE:
        return False
    return fit.series("loss")[-1] >= _SURELY_LESS * least_cost_of_one_answer(fit, reached)


def _never_named(evidence: Evidence) -> Finding | None:
    """Not one example is given to another class than the one that nearly all belong to."""
    counts, fit = _decided(evidence), last_fit(evidence.fits)
    if counts is None or fit is None or not _can_learn(fit):
        return None
    named, belong = counts.sum(axis=0), counts.sum(axis=1)
    largest = int(belong.argmax())
    if named[largest] < counts.sum() or not _NEARLY_ALL <= belong[largest] / counts.sum() < 1:
        return None
    of_steps = any(len(output.shape or ()) > 2 for output in fit.model.outputs[:1])
    return Finding(
        line=fit.line,
        evidence=f"{belong[largest] / counts.sum():.1%} of the labels are {largest}, and the model decides for {largest} "
        f"every time: it finds none of {counts.sum() - belong[largest]} others, and the accuracy hides it",
        change=_hardly_moved(fit) or (_RARE_STEPS if of_steps else _RARE),
    )


def _is_flat(fit: Fit, reached: Sequence[float]) -> bool:
    losses = fit.series("loss")[-len(reached) :]
    if len(losses) < len(reached) or not 0 < reached[-1] < 1:
        return False
    still = max(reached) - min(reached) <= _SAME
    flat = max(losses) - min(losses) <= _FLAT * abs(max(losses))
    return still and flat and _may_be_one_answer(fit, reached[-1])


def _same(reached: Sequence[float]) -> str:
    return f"the accuracy is {reached[-1]:.4f} in each of the last {len(reached)} epochs"


def _is_always(reached: Sequence[float], share: float) -> bool:
    return share > 0 and all(abs(one - share) <= _SAME_SHARE for one in reached)


def _can_learn(fit: Fit) -> bool:
    """A frozen model, or a learning rate of 0, stands still for another reason."""
    rates = fit.series("learning_rate")
    return fit.model.trainable_parameters > 0 and (not rates or rates[-1] > 0)


def _same_answer(evidence: Evidence) -> Finding | None:
    """Hidden examples that all get the same class."""
    for check, facts in evidence.facts.items():
        outputs = np.asarray(facts.get("outputs", ()))
        if evidence.failed(check) is None or outputs.ndim != 2 or outputs.shape[1] < 2:
            continue
        named = np.unique(outputs.argmax(axis=1))
        if len(named) == 1 and evidence.fits:
            return Finding(
                line=evidence.fits[-1].line,
                evidence=f"output {named[0]} is the largest for all of {len(outputs)} hidden examples",
                change=_CHANGE,
            )
    return None
