"""
`preprocess_input` is given pixels that have been scaled already.

## Why it hurts
It expects pixels from 0 to 255. On those that have been divided by 255, or have been through it before, it
leaves next to nothing: every picture becomes one and the same dark square. It also writes over an array of
floats, so calling it a second time on the same array, in a notebook or for a second network, is enough.

## Example
    import numpy as np
    from keras.applications.mobilenet_v2 import preprocess_input

    pictures = np.random.default_rng(0).uniform(0, 255, (4, 8, 8, 3)).astype("float32")
    for_training = preprocess_input(pictures)
    for_prediction = preprocess_input(pictures)
    print(for_prediction.min(), for_prediction.max())

## Instead
    import numpy as np
    from keras.applications.mobilenet_v2 import preprocess_input

    pictures = np.random.default_rng(0).uniform(0, 255, (4, 8, 8, 3)).astype("float32")
    for_training = preprocess_input(pictures.copy())
    for_prediction = preprocess_input(pictures.copy())
    print(for_prediction.min(), for_prediction.max())
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "image-5", "dev-3")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ("pixels_scaled_twice", "wrong_preprocessing_for_network", *NUMBERS_GONE_WRONG)

_BELOW_BLACK = -0.01
_WITHIN_ONE = (0.2, 1.01)  # a picture this dark on the scale of 255 holds nothing


def match(evidence: Evidence) -> Finding | None:
    calls = evidence.calls_of("preprocess_input")
    for place, call in enumerate(calls):
        problem = _problem(call, calls[:place])
        if problem:
            low, high = call.arguments["low"], call.arguments["high"]
            return Finding(
                line=call.line,
                evidence=f"preprocess_input in line {call.line} is given pixels from {low:.3g} to "
                f"{high:.3g}{problem}",
                change="give it pixels from 0 to 255, once; pass a copy when the array is needed again",
            )
    return None


def _problem(call: Call, before: list[Call]) -> str:
    low, high = call.arguments.get("low"), call.arguments.get("high")
    if low is None or high is None or not str(call.arguments.get("dtype")).startswith("float"):
        return ""
    if low < _BELOW_BLACK:
        earlier = f", after line {before[-1].line} has written over them" if before else ""
        return f"{earlier}: no picture has pixels below 0"
    least, most = _WITHIN_ONE
    return ", which have been divided by 255 before" if least <= high <= most else ""
