"""
Accuracy counts the answers the other way round: the loss makes outputs small where the label is 1.

## Why it hurts
`metrics=["accuracy"]` takes an output above 0.5 for a 1. A contrastive loss makes the distance of a pair small where the
label, "alike", is 1, and large where it is 0. The better the network gets, the nearer this accuracy comes to 0, and
whatever watches it keeps the worst.

## Example
    import keras
    import numpy as np
    from keras import ops

    def contrastive_loss(alike, distance):
        apart = ops.square(ops.maximum(1.0 - distance, 0.0))
        return ops.mean(alike * ops.square(distance) + (1.0 - alike) * apart)

    keras.utils.set_random_seed(0)
    alike = (np.arange(64) % 2).astype("float32").reshape(-1, 1)
    differences = np.random.default_rng(0).normal(0, 2.0 - 1.9 * alike, (64, 4)).astype("float32")
    inputs = keras.Input((4,))
    code = keras.layers.Dense(8, use_bias=False)(inputs)
    distance = keras.layers.Lambda(lambda c: ops.norm(c + 1e-3, axis=1, keepdims=True))(code)
    model = keras.Model(inputs, distance)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=contrastive_loss, metrics=["accuracy"])
    model.fit(differences, alike, epochs=6, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import ops

    def contrastive_loss(alike, distance):
        apart = ops.square(ops.maximum(1.0 - distance, 0.0))
        return ops.mean(alike * ops.square(distance) + (1.0 - alike) * apart)

    def accuracy(alike, distance):
        return ops.mean(ops.equal(alike, ops.cast(distance < 0.5, alike.dtype)))

    keras.utils.set_random_seed(0)
    alike = (np.arange(64) % 2).astype("float32").reshape(-1, 1)
    differences = np.random.default_rng(0).normal(0, 2.0 - 1.9 * alike, (64, 4)).astype("float32")
    inputs = keras.Input((4,))
    code = keras.layers.Dense(8, use_bias=False)(inputs)
    distance = keras.layers.Lambda(lambda c: ops.norm(c + 1e-3, axis=1, keepdims=True))(code)
    model = keras.Model(inputs, distance)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=contrastive_loss, metrics=[accuracy])
    model.fit(differences, alike, epochs=6, verbose=0)
"""

from etude.diagnoses.curves import accuracy
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import metrics_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES, REGRESSION_LOSSES
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-8", "dev-3")
GUIDE = "Keras example: Image similarity estimation using a Siamese Network with a contrastive loss"

# A constant answer is right at least for the rarer class; half as often only who knows the answer.
_REVERSED = 0.5
_FELL = 0.95
# Where these are small, outputs are large for a 1: a low accuracy has another reason.
_USUAL_LOSSES = CROSS_ENTROPIES | REGRESSION_LOSSES


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        fit = output.fit
        if fit is None or not _are_yes_or_no(output) or not _is_reversed(fit):
            continue
        counted, losses = accuracy(fit), fit.series("loss")
        return Finding(
            line=metrics_line(evidence.source, output.model),
            evidence=f"accuracy, which takes outputs above 0.5 for a 1, ended at {counted[-1]:.2f} while the loss fell "
            f"from {losses[0]:.3g} to {losses[-1]:.3g}: outputs are small where the label is 1",
            change="measure what the loss wants: a metric of your own that takes outputs below 0.5 for a 1; "
            "or, if outputs should be large for 1, turn the labels in the loss round",
            about=output.model.name,
        )
    return None


def _are_yes_or_no(output: Output) -> bool:
    """One label per example, 0 or 1, and one output, compared by a loss of another kind."""
    labels = output.labels[0] if output.labels and output.loss not in _USUAL_LOSSES else None
    if labels is None or not labels.is_one_number or len(output.model.outputs) > 1:
        return False
    return list(labels.distinct or ()) == [0, 1]


def _is_reversed(fit: Fit) -> bool:
    """Wrong more often than any constant, by a training that went well by its own loss."""
    counted, losses = accuracy(fit), fit.series("loss")
    went_well = len(losses) > 1 and 0.0 <= losses[-1] < _FELL * losses[0]
    return went_well and bool(counted) and counted[-1] < _REVERSED * _of_the_rarer(fit)


def _of_the_rarer(fit: Fit) -> float:
    """The share of its labels."""
    labels = fit.train.part("1")
    ones = labels.mean if labels is not None and labels.mean is not None else 0.0
    return min(ones, 1.0 - ones)
