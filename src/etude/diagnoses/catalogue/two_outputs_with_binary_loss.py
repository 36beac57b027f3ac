"""
binary_crossentropy compares outputs with labels one by one, so two outputs do not fit 0/1 labels.

## Why it hurts
With one label per example, 0 or 1, `binary_crossentropy` needs one output per example: the probability of 1.
A layer with two units and softmax gives two probabilities; the loss that picks the right one of them is
`sparse_categorical_crossentropy`. Mixed, Keras stops with a message about shapes.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import size_line, told
from etude.diagnoses.refusals import refused_targets
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES

SEVERITY = Severity.ERROR
SKILLS = ("model-5", "model-8")
GUIDE = "Keras API: probabilistic losses"

_ROWS_AND_VALUES = 2


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        units = output.head.units
        if (
            output.loss in BINARY_LOSSES
            and units is not None
            and units > 1
            and _one_label(output, evidence)
        ):
            return Finding(
                line=size_line(evidence.source, output.model, output.head.layer),
                evidence=(
                    f"the output comes from {told(output.head.layer)}: {units} values for each "
                    f"example, but there is one label for each, and the loss is {output.loss}"
                ),
                change='use Dense(1, activation="sigmoid"); or keep the units with softmax and use '
                "sparse_categorical_crossentropy",
                about=output.model.name,
            )
    return None


def _one_label(output: Output, evidence: Evidence) -> bool:
    """What ``fit`` was given decides; else what the loss refused, or what the exercise says."""
    if output.labels:
        return output.labels[0].is_one_number
    refused = refused_targets(evidence)
    if refused is not None and len(output.model.outputs) <= 1:
        return len(refused.given) == 1 and len(refused.wanted) == _ROWS_AND_VALUES
    return output.label_kind in ("binary", "integers")
