"""
The last layer ends in ReLU, but cross-entropy needs probabilities or logits.

## Why it hurts
ReLU turns every negative value into 0 and leaves large ones unlimited: neither probabilities, which lie
between 0 and 1 and sum to 1, nor logits, which may be negative. Units that land on 0 get no gradient any more,
so some classes are never learned.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="relu")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import activation_line, told
from etude.diagnoses.stops import repeats_inputs
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES, SPARSE_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = NUMBERS_GONE_WRONG

# Activations that cut negative values off.
_CUT_OFF = ("relu", "relu6")


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss in SPARSE_LOSSES and output.fit and repeats_inputs(output.fit.train):
            continue  # pictures are no classes: it is the loss that is wrong
        if output.loss in CROSS_ENTROPIES and output.head.activation in _CUT_OFF:
            activation = "sigmoid" if output.loss in BINARY_LOSSES else "softmax"
            return Finding(
                line=activation_line(evidence.source, output.head, output.model),
                evidence=(
                    f"the output comes from {told(output.head.layer)} with "
                    f"{output.head.activation}, and the loss is {output.loss}"
                ),
                change=f'use activation="{activation}" in the last layer',
                about=output.model.name,
            )
    return None
