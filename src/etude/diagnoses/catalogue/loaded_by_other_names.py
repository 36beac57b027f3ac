"""
Weights are loaded by the names of layers, and the names are others.

## Why it hurts
With `by_name=True` every layer looks for its own name in the file, and one that is not there is left as it is, without a word. Keras numbers
the names it makes up: the second network of a program has `dense_2` and `dense_3` where the first had `dense` and `dense_1`. Nothing is loaded
then, and the network answers with its random first weights.

## Example
    import keras
    import numpy as np

    def network():
        return keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])

    first = network()
    first.save("first.h5")
    again = network()
    again.load_weights("first.h5", by_name=True)
    again.predict(np.zeros((2, 4)), verbose=0)

## Instead
    import keras
    import numpy as np

    def network():
        return keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])

    first = network()
    first.save("first.h5")
    again = network()
    again.load_weights("first.h5")
    again.predict(np.zeros((2, 4)), verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-2", "model-14", "dev-3")
GUIDE = "Keras API: Weights-only saving and loading"
EXPLAINS = ("saved_weights_not_loaded",)

_TOLD = 3


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.load_weights"):
        stored, own = _names(call, "names_in_file"), _names(call, "names_of_layers")
        if stored and own and not call.error and not set(stored) & set(own):
            return Finding(
                line=call.line,
                about=call.model.name if call.model else "",
                evidence=f"the file holds weights of {_told(stored)}, and the layers here are {_told(own)}: nothing is loaded",
                change="leave by_name out, which takes the layers in their order"
                if len(stored) == len(own)
                else 'give the layers that both networks share a name, Dense(64, name="hidden"), before the first one is saved',
            )
    return None


def _names(call: Call, key: str) -> Sequence[str]:
    return list(call.arguments.get(key) or ())


def _told(names: Sequence[str]) -> str:
    return ", ".join(names[:_TOLD]) + (", ..." if len(names) > _TOLD else "")
