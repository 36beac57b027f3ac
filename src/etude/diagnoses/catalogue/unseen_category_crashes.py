"""
A category that the training rows did not have stops the program.

## Why it hurts
Rows that come later hold values nobody has seen: a new product, a typing error, an empty cell. A look-up with
`num_oov_indices=0`, or a plain dict, knows only its own keys and raises on anything else, often weeks after
training, in the middle of a prediction.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    look_up = keras.layers.StringLookup(num_oov_indices=0, output_mode="one_hot")
    look_up.adapt(np.array(["rent", "owner", "parents"], dtype=object))

    print(look_up(tf.constant(["owner", "squat"])))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    look_up = keras.layers.StringLookup(output_mode="one_hot")
    look_up.adapt(np.array(["rent", "owner", "parents"], dtype=object))

    print(look_up(tf.constant(["owner", "squat"])))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-5", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ()

# Keras's own words; the values that were not found stand in brackets.
_NOT_FOUND = re.compile(r"num_oov_indices=0.*?found OOV values \[(?P<values>[^\]]*)\]", re.DOTALL)
_OF_SCIKIT_LEARN = re.compile(r"Found unknown categories (?P<values>\[.*?\]) in column \d+")
# What the check on unknown categories calls its own.
_ASKED = ("never seen", "")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        found = _NOT_FOUND.search(error.message)
        if found:
            return _in_look_up(found["values"], error, evidence)
        if found := _OF_SCIKIT_LEARN.search(error.message):
            return Finding(
                line=error.line,
                evidence=f"the encoder meets {found['values']}, which was in no row that it was fitted to",
                change='OneHotEncoder(handle_unknown="ignore"), which makes zeros of it; or fit it to a training part that '
                "has every category",
            )
        if error.type == "KeyError" and error.message.strip("'\"") in _ASKED and error.line:
            return _in_dict(error, evidence)
    return None


def _in_look_up(values: str, error: Error, evidence: Evidence) -> Finding:
    return Finding(
        line=_look_up_line(evidence) or error.line,
        evidence=f"the look-up met {values or 'an empty text'}, which is not in its vocabulary, and raised "
        f"{error.type}",
        change="leave num_oov_indices at 1: unknown values then share a place of their own",
    )


def _in_dict(error: Error, evidence: Evidence) -> Finding:
    text = evidence.source.line_text(error.line).strip()
    return Finding(
        line=error.line,
        evidence=f"`{text}` raised KeyError: {error.message} for a value that no training row has",
        change="look up with a default for unknown values, or use StringLookup",
    )


def _look_up_line(evidence: Evidence) -> int:
    for name in ("StringLookup", "IntegerLookup"):
        for call in evidence.source.calls(name):
            if argument(call, "num_oov_indices") == 0:
                return evidence.source.line_of_argument(call, "num_oov_indices") or call_line(call)
    return 0
