"""
`Sequential` is given its layers one by one, or a single layer, where it takes one list.

## Why it hurts
The first argument is the list of layers, the second says whether the model is trainable: a second layer is taken for that, and
Keras stops with a message about booleans. One layer alone is no list either.

## Example
    import keras
    from keras import layers

    model = keras.Sequential(layers.Dense(8, activation="relu"), layers.Dense(1))

## Instead
    import keras
    from keras import layers

    model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-1", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("too_many_by_place",)

_SAID = re.compile(
    r"Expected `trainable` to be a boolean|object is not iterable|positional arguments? but \d+ were given"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    call = call_at(evidence.source, error.line, "Sequential") if error else None
    if error is None or call is None or not _SAID.search(error.message):
        return None
    if not call.args or any(isinstance(one, ast.List | ast.Tuple) for one in call.args):
        return None
    count = len(call.args)
    return Finding(
        line=call.lineno,
        evidence=f"Sequential is given {count} layer{'s one by one' if count > 1 else ' by itself'}, and takes one list",
        change="put square brackets around the layers: Sequential([...])",
    )
