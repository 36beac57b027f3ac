"""
Rows may have several labels at once, and softmax lets the network name one.

## Why it hurts
Softmax shares a total of 1 among the classes: when one becomes likelier, all others must become less likely. A row with
two labels can then get 0.5 for each at best, one without labels must name something all the same, and
`categorical_crossentropy` has no lowest value that would be right; a squared error stays above what it would cost to
name all of them. Labels that are independent of each other need an answer each: sigmoid, and `binary_crossentropy`.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 5)).astype("float32")
    tags = (x[:, :3] > 0) * 1.0
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(x, tags, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 5)).astype("float32")
    tags = (x[:, :3] > 0) * 1.0
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, tags, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import ones_of_a_row, outputs
from etude.diagnoses.places import activation_line
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = NUMBERS_GONE_WRONG

# The total of 1 is in the way of each of them, whatever it costs to miss a label.
_LOSSES = REGRESSION_LOSSES | {"categorical_crossentropy", "binary_crossentropy"}


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        sums = ones_of_a_row(output)
        if output.loss in _LOSSES and output.head.activation == "softmax" and sums:
            return Finding(
                line=activation_line(evidence.source, output.head, output.model),
                evidence=f"rows of the labels have from {sums[0]:.0f} to {sums[1]:.0f} ones, and softmax over "
                f"{output.head.units} units shares a total of 1 among them",
                change='end in activation="sigmoid", and use binary_crossentropy: an answer for each label',
                about=output.model.name,
            )
    return None
