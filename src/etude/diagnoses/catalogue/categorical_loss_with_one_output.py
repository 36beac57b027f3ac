"""
Categorical cross-entropy shares out 1 among the classes, and the network has one output to give it to.

## Why it hurts
The loss divides the outputs of an example by their sum before it looks at them. One number divided by itself is 1, whatever
it was: the loss does not depend on the weights any more, so nothing is learned, and what the log shows as a loss says
nothing. One output is the probability of "yes", which is what binary cross-entropy is for.

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import loss_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-8")
GUIDE = "Keras API: Probabilistic losses"
EXPLAINS = (
    *NUMBERS_GONE_WRONG,
    *("logits_without_from_logits", "no_probability_before_cross_entropy"),
    "relu_before_cross_entropy",
)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss in ONE_HOT_LOSSES and output.head.units == 1:
            if output.head.activation == "softmax" or _meets_rows(output):
                continue  # those have names of their own
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"{told(output.head.layer)} gives one number per example, and {output.loss} makes 1 "
                "of it whatever it is",
                change=_change(output),
                about=output.model.name,
            )
    return None


def _meets_rows(output: Output) -> bool:
    """Whether the labels are rows of several numbers, which is another mistake."""
    shape = output.labels[0].shape if output.labels else None
    return shape is not None and len(shape) > 1 and shape[-1] != 1


def _classes(output: Output) -> Sequence[object]:
    return list(output.labels[0].distinct or ()) if output.labels else ()


def _change(output: Output) -> str:
    classes = len(_classes(output))
    if classes > 2:
        return f'Dense({classes}, activation="softmax") with sparse_categorical_crossentropy'
    return 'loss="binary_crossentropy", with a sigmoid on the output'
