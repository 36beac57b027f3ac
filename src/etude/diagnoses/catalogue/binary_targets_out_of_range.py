"""
A binary cross-entropy, or a loss like it, is given targets below 0 or above 1.

## Why it hurts
It reads each target as the probability of "yes". With 255 for a mask's foreground, with pixels between -1 and 1, or with
the class numbers 0, 1 and 2, the loss has no lowest value: it falls below zero and goes on falling while the outputs are
driven to 0 or 1, and neither pictures nor masks nor the third class are ever learned.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    masks = np.where(pictures > 0.5, 255, 0)

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, masks, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    masks = np.where(pictures > 0.5, 255, 0) // 255

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, masks, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.own_measures import asks_cross_entropy, own_loss, takes_labels_as_given
from etude.diagnoses.places import loss_line, size_line
from etude.diagnoses.stops import repeats_inputs
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES
from etude.domain.observations import Call, Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-8", "dev-3")
GUIDE = "Keras API: Probabilistic losses"
EXPLAINS = (
    *NUMBERS_GONE_WRONG,
    *("activation_limits_regression", "accuracy_thresholds_logits", "logits_without_from_logits"),
)

_PIXELS = 255
_CODES = 2
# What is left of 1 after a division or an interpolation in single precision.
_ROUNDING = 1e-3
# Of what is input and target at once.
_STANDARDISED = (
    "a mean and a deviation take what is input and target at once out of 0 to 1: scale it to 0 to 1 in their place; or end without "
    "an activation, and use mse"
)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.fit is None:
            continue
        for labels in output.labels:
            wanted = _wants_shares(evidence, output, labels)
            if wanted and _is_outside(labels) and not _is_weighted_away(labels, output.fit):
                return Finding(
                    line=_line(evidence, output, labels),
                    evidence=f"the targets given to {labels.role} go from {labels.low:.4g} to "
                    f"{labels.high:.4g}, and {output.loss} wants 0 to 1{_fell(output)}",
                    change=_of_autoencoder(output.fit) or _change(evidence, output, labels),
                    about=output.model.name,
                )
    return _taken(evidence.calls_of("sigmoid_cross_entropy"))


def _taken(calls: Sequence[Call]) -> Finding | None:
    """A cross-entropy of logits that the program takes itself, batch by batch."""
    for line in dict.fromkeys(call.line for call in calls):
        of_line = [call.arguments for call in calls if call.line == line]
        low, high = min(one["low"] for one in of_line), max(one["high"] for one in of_line)
        others = {value for one in of_line for value in one["others"]}
        # One other value beside 0 and 1 may mark what a mask then leaves out.
        is_mark = len(others) == 1 and any(one["both"] for one in of_line)
        if others and not is_mark and (low <= -1 or high >= _CODES):
            whole = all(one["whole"] for one in of_line)
            return Finding(
                line=line,
                evidence=f"the labels of tf.nn.sigmoid_cross_entropy_with_logits go from {low:.4g} to {high:.4g}, "
                "and it wants 0 to 1",
                change=_of_logits(low, high, whole=whole),
            )
    return None


def _of_logits(low: float, high: float, *, whole: bool) -> str:
    if low + high == 0:
        return "use 0 in place of -1"
    if whole and low >= 0 and high < _PIXELS:
        return (
            f"with more than two classes give {int(high) + 1} outputs in place of one, and take "
            "tf.nn.sparse_softmax_cross_entropy_with_logits"
        )
    return "bring the labels to 0 to 1; amounts are a regression: take the mean of tf.square of the difference"


def _wants_shares(evidence: Evidence, output: Output, labels: Labels) -> bool:
    """Whether the loss compares shares: Keras's own, or one that is built upon it.

    Masks of 255 are out of a sigmoid's reach whatever a loss of one's own does with them.
    """
    if output.loss in BINARY_LOSSES:
        return True
    function = own_loss(evidence.source, output.loss)
    if function is None or output.head.activation != "sigmoid":
        return False
    as_given = takes_labels_as_given(evidence.source, function)
    return as_given and (_are_masks(labels) or asks_cross_entropy(evidence.source, function))


def _are_masks(labels: Labels) -> bool:
    return labels.low == 0 and labels.high == _PIXELS


def _line(evidence: Evidence, output: Output, labels: Labels) -> int:
    """Where the loss is chosen when the labels are classes; else where the targets are given."""
    if _are_classes(labels) and not (output.fit and _of_autoencoder(output.fit)):
        return loss_line(evidence.source, output.model)
    return output.fit.line if output.fit else 0


def _are_classes(labels: Labels) -> bool:
    numbered = len(labels.distinct or ()) > _CODES and labels.high != _PIXELS
    return numbered and labels.low is not None and labels.low >= 0


def _is_outside(labels: Labels) -> bool:
    if labels.low is None or labels.high is None:
        return False
    return labels.low < -_ROUNDING or labels.high > 1 + _ROUNDING


def _is_weighted_away(labels: Labels, fit: Fit) -> bool:
    """Whether -1 may be a mark for what is not to count, which weights then leave out."""
    weighted = "sample_weight" in fit.arguments or fit.train.part("2") is not None
    return weighted and labels.high is not None and labels.high <= 1


def _fell(output: Output) -> str:
    losses = output.fit.series("loss") if output.fit else []
    return f"; the loss came to {losses[-1]:.4g}" if losses and losses[-1] < 0 else ""


def _of_autoencoder(fit: Fit) -> str:
    """What to do where the targets are the very inputs, as far as their numbers tell."""
    targets = fit.train.part("1")
    if targets is None or not repeats_inputs(fit.train):
        return ""
    if (targets.low or 0.0) < 0:
        return _STANDARDISED if _reaches_beyond_one(targets) else ""
    if targets.dtype == "uint8" or targets.high == _PIXELS:
        return f"divide the pictures by {_PIXELS}.0 where they are made: they are inputs and targets at once"
    return "bring what is input and target at once to 0 to 1; or end without an activation, and use mse"


def _change(evidence: Evidence, output: Output, labels: Labels) -> str:
    values = list(labels.distinct or ())
    if labels.low is not None and labels.low >= 0 and labels.high == _PIXELS:
        return "divide the targets by 255, as you do with the pictures"
    if values == [-1, 1]:
        return "use 0 in place of -1; or keep -1 and 1 with tanh and the loss hinge"
    if len(values) == _CODES and values[1] - values[0] == 1:
        return f"subtract {values[0]} from the labels, so that they are 0 and 1"
    if len(values) > _CODES:
        line = size_line(evidence.source, output.model, output.head.layer)
        return (
            "with more than two classes use sparse_categorical_crossentropy, and end in one output per class with "
            f"softmax: change line {line} to {int(labels.high or 0) + 1} units"
        )
    if _are_amounts(labels):
        return "amounts such as prices are a regression: leave out the activation of the last layer, and use mse"
    return (
        "bring the targets to 0 to 1; or give the output their range, tanh for -1 to 1, and use mse"
    )


def _are_amounts(labels: Labels) -> bool:
    """Beyond what is left of shares and pixels that were scaled to -1 to 1."""
    return _reaches_beyond_one(labels) and labels.high != _PIXELS


def _reaches_beyond_one(values: Labels | TensorSample) -> bool:
    return max(-(values.low or 0.0), values.high or 0.0) > 1 + _ROUNDING
