"""
Sigmoid gives every class a probability of its own, but only one class can be right.

## Why it hurts
With sigmoid the outputs of one example do not sum to 1: three classes may get 0.9, 0.8 and 0.7. The most likely
class is still found, because Keras trains on the values before the activation, but the numbers are no
probabilities of exclusive classes: thresholds, expected costs and comparisons built on them are wrong.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="sigmoid")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import activation_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES, SPARSE_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: layer activation functions"


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        units = output.head.units
        if output.loss not in SPARSE_LOSSES | ONE_HOT_LOSSES or units is None or units < 2:
            continue
        if output.head.activation == "sigmoid":
            return Finding(
                line=activation_line(evidence.source, output.head, output.model),
                evidence=(
                    f"{told(output.head.layer)} ends in sigmoid, and {output.loss} says that "
                    f"exactly one of the {units} classes is right"
                ),
                change='use activation="softmax"; keep sigmoid, with binary_crossentropy, only where '
                "several labels can be right at once",
                about=output.model.name,
            )
    return None
