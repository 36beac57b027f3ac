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

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import from_logits_line
from etude.diagnoses.source import Source, constant
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES

SEVERITY = Severity.WARNING
SKILLS = ("model-8",)
GUIDE = "Keras API: probabilistic losses"

_CHANGE = (
    "leave out from_logits=True, or the activation; predict gives probabilities only with the "
    "activation"
)


# Keras's own words, for models whose layers tell nothing of what comes out at the end.
_COMPLAINT = re.compile(
    r"`(?P<loss>\w+)` received `from_logits=True`, but the `output` argument was produced by a "
    r"(?P<activation>\w+) activation"
)


def match(evidence: Evidence) -> Finding | None:
    return _described(evidence) or _said_by_keras(evidence)


def _said_by_keras(evidence: Evidence) -> Finding | None:
    for warning in evidence.warnings:
        found = _COMPLAINT.search(warning.message)
        if found is not None:
            return Finding(
                line=_only_line(evidence.source) or warning.line,
                evidence=f"the output goes through {found['activation'].lower()}, and {found['loss']} is used with "
                "from_logits=True",
                change=_CHANGE,
            )
    return None


def _only_line(source: Source) -> int:
    """Where from_logits=True stands, if in one place only."""
    given = [one for one in source.all(ast.keyword) if one.arg == "from_logits"]
    lines = [one.value.lineno for one in given if constant(one.value) is True]
    return lines[0] if len(lines) == 1 else 0


def _described(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.from_logits and output.loss in CROSS_ENTROPIES and _is_probable(output):
            return Finding(
                line=from_logits_line(evidence.source, output.model),
                evidence=(
                    f"the output goes through {output.head.activation}, and {output.loss} was "
                    "compiled with from_logits=True"
                ),
                change=_CHANGE,
                about=output.model.name,
            )
    return None


def _is_probable(output: Output) -> bool:
    return output.head.activation == ("sigmoid" if output.loss in BINARY_LOSSES else "softmax")
