"""
Softmax is asked for twice: in the model, and in the loss by from_logits=True.

## Why it hurts
`from_logits=True` says that the outputs have not been through softmax or sigmoid yet. Inside `fit`, Keras
notices and takes the values from before the activation, so the training is right; but as soon as the outputs
reach the loss another way, in a training loop of your own or from `predict`, they go through it twice, the
loss is wrong and learning is slow.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(
        optimizer="adam",
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
    model.compile(
        optimizer="adam",
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import from_logits_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES

SEVERITY = Severity.WARNING
SKILLS = ("model-8",)
GUIDE = "Keras API: probabilistic losses"


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.from_logits and output.loss in CROSS_ENTROPIES and _is_probable(output):
            return Finding(
                line=from_logits_line(evidence.source, output.model),
                evidence=(
                    f"the output goes through {output.head.activation}, and {output.loss} was "
                    "compiled with from_logits=True"
                ),
                change="leave out from_logits=True, or the activation; predict gives probabilities "
                "only with the activation",
                about=output.model.name,
            )
    return None


def _is_probable(output: Output) -> bool:
    return output.head.activation == ("sigmoid" if output.loss in BINARY_LOSSES else "softmax")
