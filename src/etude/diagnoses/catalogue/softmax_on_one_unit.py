"""
Softmax over a single unit is always 1.

## Why it hurts
Softmax divides each value by the sum over the units; with one unit that is the value itself. Every prediction
is exactly 1.0, and accuracy stays at the share of positive examples. The loss may fall all the same: Keras
computes `binary_crossentropy` from the value before the softmax, which is why the loss cannot warn you.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="softmax")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import activation_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import Head, heads
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-8")
GUIDE = "Keras API: softmax activation"
EXPLAINS = (
    "labels_out_of_range",
    "softmax_with_from_logits",
    "activation_limits_regression",
    *NUMBERS_GONE_WRONG,
)


def match(evidence: Evidence) -> Finding | None:
    for model, head in _heads(evidence):
        if head.activation == "softmax" and head.units == 1 and _over_units(head):
            return Finding(
                line=activation_line(evidence.source, head, model),
                evidence=f"the output comes from {told(head.layer)} and softmax: it is 1.0 for every input",
                change='use activation="sigmoid" for one unit, or two units with softmax',
                about=model.name,
            )
    return None


def _heads(evidence: Evidence) -> Iterator[tuple[Model, Head]]:
    yield from ((output.model, output.head) for output in outputs(evidence))
    for model in evidence.models:
        if model.compiled is None:
            yield from ((model, head) for head in heads(model))


def _over_units(head: Head) -> bool:
    """Not a softmax over the steps of a sequence, as attention weights have."""
    return head.shape is None or len(head.shape) == 2
