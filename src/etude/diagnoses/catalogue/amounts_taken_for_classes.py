"""
The values to predict are amounts, and the loss takes them for the numbers of classes.

## Why it hurts
A cross-entropy of classes asks which one of several classes is right. A price, an age or a share is none: the sparse loss
cuts 0.73 to class 0 without a word, so nearly all examples become the same class, the loss falls to nothing and the
accuracy stays at 0; amounts above the number of units stop the program or give NaN. An amount needs one output without
an activation, and a loss that measures how far off it is.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.random((64, 4)).astype("float32")
    yields = features.mean(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(64, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(features, yields, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.random((64, 4)).astype("float32")
    yields = features.mean(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    model.fit(features, yields, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import loss_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES, SPARSE_LOSSES
from etude.domain.observations import DIFFERENT_AMONG

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-1", "dev-3")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = (
    "class_numbers_have_fractions",
    "labels_out_of_range",
    "softmax_on_one_unit",
    "accuracy_for_regression",
    "categorical_loss_with_one_output",
    "integer_labels_with_categorical_loss",
    *NUMBERS_GONE_WRONG,
)

# Class numbers that were divided take few values, amounts nearly one for each example; a batch holds 16 or more.
_FEWEST_VALUES = 16
_NEARLY_ALL = 0.8
# Class numbers that were mixed, as mixup does to one-hot rows, still fill the units: twice as many fit no such labels.
_FAR_MORE_UNITS = 2


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in SPARSE_LOSSES | ONE_HOT_LOSSES:
            continue
        amounts = next((labels for labels in output.labels if _are_amounts(labels, output)), None)
        if amounts is not None:
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"the values given to {amounts.role} go from {amounts.low:.4g} to {amounts.high:.4g}, nearly "
                f"each another number with a fraction, and {output.loss} wants classes of {told(output.head.layer)}",
                change='to predict an amount, end the model in Dense(1) without an activation, with loss="mse" and '
                'metrics=["mae"]',
                about=output.model.name,
            )
    return None


def _are_amounts(labels: Labels, output: Output) -> bool:
    if not labels.is_one_number or not labels.has_fractions:
        return False
    seen = min(labels.count, DIFFERENT_AMONG)
    varied = labels.different >= max(_FEWEST_VALUES, _NEARLY_ALL * seen)
    return varied and not _fill_the_units(labels, output)


def _fill_the_units(labels: Labels, output: Output) -> bool:
    """Whether they may be mixtures of the class numbers that the outputs stand for."""
    units, low, high = output.head.units, labels.low, labels.high
    if units is None or low is None or high is None:
        return True
    return low >= 0 and units > 1 and high <= units - 1 and units <= _FAR_MORE_UNITS * (high + 1)
