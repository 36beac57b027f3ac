"""
Accuracy says nothing about predicted numbers.

## Why it hurts
Accuracy counts predictions that equal their label. A prediction of 24.99 for a target of 25 counts as wrong,
so the number stays near 0 however good the model is, and nobody can choose between two models by it.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 3)).astype("float32")
    prices = features.sum(axis=1, keepdims=True)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
    model.fit(features, prices, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 3)).astype("float32")
    prices = features.sum(axis=1, keepdims=True)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    model.fit(features, prices, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.own_measures import is_of_distances, own_loss
from etude.diagnoses.places import metrics_line
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, REGRESSION_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-1", "model-8")
GUIDE = "Keras API: regression metrics"
EXPLAINS = ("stuck_at_majority",)

# Amounts under a cross-entropy: its own mistake, and mending it leaves the accuracy where it is.
_BEYOND_PIXELS = 255
# How far the shares of a soft label may be from 1 together.
_CLOSE = 0.01
# Of two values the variance is the product of their distances from the mean, of classes mixed in pairs two thirds of it,
# and of evenly spread numbers one third.
_SPREAD = 0.6
_ACCURACIES = frozenset({"accuracy", "acc", "binary_accuracy", "categorical_accuracy"})


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        compiled = output.model.compiled
        metrics = [name for name in compiled.metrics if name in _ACCURACIES] if compiled else []
        fits = _all_regression(output) or _is_own(output, evidence.source)
        if metrics and fits and _predicts_numbers(output):
            return Finding(
                line=metrics_line(evidence.source, output.model),
                evidence=f"the loss is {output.loss}{_targets(output)}, and {metrics[0]} is measured",
                change='use metrics=["mae"], which is in the unit of the target',
                about=output.model.name,
            )
    return None


def _all_regression(output: Output) -> bool:
    """With several outputs the metric may belong to another one."""
    losses = output.model.compiled.losses if output.model.compiled else ()
    alone = len(losses) == 1 and (_are_amounts(output) or _are_shares(output))
    fitting = REGRESSION_LOSSES | BINARY_LOSSES if alone else REGRESSION_LOSSES
    return bool(losses) and all(loss.name in fitting for loss in losses)


def _is_own(output: Output, source: Source) -> bool:
    """The only loss is a distance written by hand, and its targets are no shares that sum to 1."""
    compiled, fit = output.model.compiled, output.fit
    labels = fit.train.part("1") if fit is not None else None
    function = own_loss(source, output.loss)
    if function is None or labels is None or compiled is None or len(compiled.losses) != 1:
        return False
    sums = labels.row_sums or ()
    are_shares = bool(sums) and all(abs(one - 1) < _CLOSE for one in sums)
    return is_of_distances(function) and not are_shares


def _are_amounts(output: Output) -> bool:
    """Far beyond 1 whatever they were divided by, so that no loss makes them shares."""
    labels = output.labels[0] if output.labels else None
    return labels is not None and labels.has_fractions and (labels.high or 0.0) > _BEYOND_PIXELS


def _are_shares(output: Output) -> bool:
    """One number between 0 and 1 for each example, in validation too, and no classes that were
    smoothed or mixed.
    """
    if not output.labels or not all(
        one.is_one_number and one.has_fractions for one in output.labels
    ):
        return False
    low, high = output.labels[0].low, output.labels[0].high
    seen = output.fit.train.part("1") if output.fit else None
    if low is None or high is None or seen is None or seen.mean is None or seen.deviation is None:
        return False
    of_two_values = (seen.mean - low) * (high - seen.mean)
    return 0 <= low < high <= 1 and seen.deviation**2 < _SPREAD * of_two_values


def _predicts_numbers(output: Output) -> bool:
    """Squared error on labels 0 and 1, or on class numbers, is another matter."""
    if output.labels:
        return output.labels[0].has_fractions
    return output.label_kind == "numbers"


def _targets(output: Output) -> str:
    labels = output.labels[0] if output.labels else None
    if labels is None or labels.low is None or labels.high is None:
        return ""
    accuracy = output.fit.series("accuracy") if output.fit else []
    seen = f" on targets from {labels.low:.3g} to {labels.high:.3g}"
    return f"{seen}, accuracy ended at {accuracy[-1]:.2f}" if accuracy else seen
