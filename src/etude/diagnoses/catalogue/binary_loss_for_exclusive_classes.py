"""
Classes of which exactly one is right are trained as so many separate yes-or-no questions.

## Why it hurts
Binary crossentropy judges each output alone, and so does binary accuracy. With ten classes and one-hot labels nine of ten
answers are "no", so a network that knows nothing is right in 90 % of them, and the loss is small from the start. The
number says little, and the outputs are no probabilities of classes that exclude each other.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 4)).astype("float32")
    y = keras.utils.to_categorical(np.arange(64) % 4)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["binary_accuracy"])
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 4)).astype("float32")
    y = keras.utils.to_categorical(np.arange(64) % 4)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import loss_line
from etude.domain.finding import Finding, Severity

# It learns the classes all the same; what misleads are the numbers.
SEVERITY = Severity.WARNING
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = ("sigmoid_for_exclusive_classes",)

_LOSS = "binary_crossentropy"
# With two classes another diagnosis speaks; with few rows one-hot may be chance.
_FEWEST_CLASSES, _FEWEST_ROWS = 3, 16
# A class for each row, or for each step of it.
_RANKS = (2, 3)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        units = output.head.units or 0
        if output.loss == _LOSS and units >= _FEWEST_CLASSES and _are_one_hot(output):
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"each row of the labels names exactly one of {units} classes, and {_LOSS} asks about "
                f"each class alone: answering no {units} times is right in {1 - 1 / units:.0%}",
                change="end in softmax, and use categorical_crossentropy and the metric accuracy",
                about=output.model.name,
            )
    return None


def _are_one_hot(output: Output) -> bool:
    labels = output.fit.train.part("1") if output.fit is not None else None
    if labels is None or len(labels.shape) not in _RANKS or labels.shape[0] < _FEWEST_ROWS:
        return False
    return (labels.low, labels.high) == (0.0, 1.0) and list(labels.row_sums or ()) == [1.0, 1.0]
