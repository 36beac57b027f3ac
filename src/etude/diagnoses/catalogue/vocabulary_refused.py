"""
A layer that looks words up is given a vocabulary that it cannot have: with a word twice, or without any.

## Why it hurts
Each word has a number of its own, so that none may stand there twice. A list made of all tokens of the texts holds every word as often as it was
written.

## Example
    import keras

    tokens = "the cat sat on the mat".split()
    lookup = keras.layers.StringLookup(vocabulary=tokens)

## Instead
    import keras

    tokens = "the cat sat on the mat".split()
    lookup = keras.layers.StringLookup(vocabulary=sorted(set(tokens)))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import calls_around
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-1", "data-5", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ()

_TWICE = re.compile(
    r"vocabulary has at least one repeated term.*?repeated terms are:?\s*\[(?P<words>.*?)\]",
    re.DOTALL,
)
_EMPTY = re.compile(r"Cannot set an empty vocabulary|vocabulary.*(?:is|must not be) empty")
_MOST_SHOWN = 60


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _TWICE) or said(evidence, _EMPTY)
    if stopped is None:
        return None
    error, found = stopped
    nodes = [
        node
        for call in calls_around(evidence.source, error.line)
        if (
            node := given(
                call,
                "vocabulary",
                0 if "set_vocabulary" in ast.unparse(call.func) else len(call.args),
            )
        )
    ]
    text = ast.unparse(nodes[-1]) if nodes else "vocabulary"
    words = found.groupdict().get("words")
    return Finding(
        line=nodes[-1].lineno if nodes else error.line,
        about="vocabulary",
        evidence=f"{text} holds some words twice: {_plain(words)}"
        if words
        else f"{text} holds no words",
        change=f"each word once: sorted(set({text}))"
        if words
        else f"print {text}, and fill it first; or adapt the layer on the texts",
    )


def _plain(words: str) -> str:
    """Without the class that NumPy tells of each."""
    return re.sub(r"np\.str_\(([^)]*)\)", r"\1", words)[:_MOST_SHOWN]
