"""
The last layer has an activation for hidden layers, and cross-entropy takes its values for probabilities.

## Why it hurts
A probability lies between 0 and 1. tanh goes down to -1, ELU and leaky ReLU below 0 and above 1; cross-entropy cuts such
values off just before it takes their logarithm, and what was cut off gets no gradient: one example costs about 16 from
then on, and nothing can bring it back.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="tanh"),
        keras.layers.Dense(1, activation="tanh"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import activation_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = (*NUMBERS_GONE_WRONG, "accuracy_thresholds_logits")

# What gives negative numbers. Of logits only those that are kept within -1 and 1 do harm: the loss
# cannot fall below a floor then, while the others only bend what they are given.
_NEGATIVE_TOO = ("tanh", "softsign", "elu", "selu", "gelu", "silu", "leaky_relu", "prelu")
_BOUNDED = ("tanh", "softsign")


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        unfit = _BOUNDED if output.from_logits else _NEGATIVE_TOO
        if output.loss in CROSS_ENTROPIES and output.head.activation in unfit:
            activation = "sigmoid" if output.loss in BINARY_LOSSES else "softmax"
            taken = "logits, which have no bounds" if output.from_logits else "probabilities"
            return Finding(
                line=activation_line(evidence.source, output.head, output.model),
                evidence=f"the output comes from {told(output.head.layer)} with {output.head.activation}, and "
                f"{output.loss} takes it for {taken}",
                change="leave the last layer without an activation"
                if output.from_logits
                else f'use activation="{activation}" in the last layer',
                about=output.model.name,
            )
    return None
