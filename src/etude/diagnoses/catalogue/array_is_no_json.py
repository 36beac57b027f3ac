"""
An array, a tensor or a number of NumPy's is to be written as JSON.

## Why it hurts
JSON knows Python's own numbers, lists, dicts and words, and nothing of arrays. What a model predicts is an array, and
so are its rows; taken out of it, a number is still NumPy's `float32`. `tolist()` makes nested lists of plain numbers,
`float()` one number.

## Example
    import json

    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    outputs = model.predict(np.zeros((2, 4)), verbose=0)
    answer = json.dumps({"predictions": outputs})

## Instead
    import json

    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    outputs = model.predict(np.zeros((2, 4)), verbose=0)
    answer = json.dumps({"predictions": outputs.tolist()})
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-6", "model-13")
GUIDE = "Python library: json"
EXPLAINS = ()

_REFUSED = re.compile(r"Object of type (?P<kind>\w+) is not JSON serializable")
_ARRAYS = ("ndarray", "EagerTensor", "ResourceVariable", "Variable")
_NUMBERS = re.compile(r"^(?:bool_?|u?int\d+|float\d+)$")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        refused = _REFUSED.search(error.message) if error.type == "TypeError" else None
        if refused is None:
            continue
        kind = refused["kind"]
        if kind in _ARRAYS or _NUMBERS.match(kind):
            whole = kind in _ARRAYS
            return Finding(
                line=error.line,
                evidence=f"json was given {'an' if kind[0] in 'aeiouE' else 'a'} {kind}, and writes Python's "
                "own numbers and lists alone",
                change=_change(kind)
                if whole
                else "float(number) or int(number), or tolist() of the whole array",
            )
    return None


def _change(kind: str) -> str:
    return "array.tolist()" if kind == "ndarray" else "tensor.numpy().tolist()"
