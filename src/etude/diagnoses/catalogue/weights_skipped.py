"""
Weights that do not fit are skipped, and the network is used as if they had been loaded.

## Why it hurts
`skip_mismatch=True` leaves out every layer whose weights have another shape. That is meant for a new head, which is trained afterwards. In a network of another
width it leaves out nearly everything: the layers keep their random beginnings, `load_weights` returns without an error, and the
answers are those of an untrained network.

## Example
    import keras
    import numpy as np

    first = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    first.save_weights("first.weights.h5")
    wider = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    wider.load_weights("first.weights.h5", skip_mismatch=True)
    wider.predict(np.zeros((2, 4)), verbose=0)

## Instead
    import keras
    import numpy as np

    first = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    first.save_weights("first.weights.h5")
    again = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
    again.load_weights("first.weights.h5")
    again.predict(np.zeros((2, 4)), verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-2", "model-14", "dev-3")
GUIDE = "Keras API: Weights-only saving and loading"
EXPLAINS = ("saved_weights_not_loaded",)

_LOADS = "Model.load_weights"
_ASKS = ("Model.evaluate", "Model.predict")
_SKIPPED = re.compile(r"A total of (\d+) objects could not be loaded")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of(_LOADS):
        skipped, asked = _skipped(evidence, call), _asked(evidence, call)
        if call.arguments.get("skip_mismatch") and skipped and asked:
            return Finding(
                line=call.line,
                about=call.model.name if call.model else "",
                evidence=f"{skipped} layers were left out because their weights have other shapes, and line {asked} asks the "
                "network without training it after that",
                change="build the network with the sizes it had when it was saved, and leave skip_mismatch out",
            )
    return None


def _skipped(evidence: Evidence, call: Call) -> int:
    found = [_SKIPPED.search(one.message) for one in evidence.warnings if one.line == call.line]
    return next((int(one[1]) for one in found if one), 0)


def _asked(evidence: Evidence, loaded: Call) -> int:
    """Where the model is asked next; 0 when it is trained after loading."""
    key = loaded.model.key if loaded.model else ""
    if any(fit.model.key == key and fit.line > loaded.line for fit in evidence.fits):
        return 0
    return next(
        (
            call.line
            for call in evidence.calls
            if call.name in _ASKS
            and call.model
            and call.model.key == key
            and call.line > loaded.line
        ),
        0,
    )
