"""
The hidden layers have so few units that the network cannot bend as the examples ask.

## Why it hurts
Each unit of a hidden layer is one straight cut. Two are what a corner takes at the very least, if both begin in the right
place: a ReLU unit that is zero for all examples at the start stays so, and of two that fold the same way one is
wasted. The loss comes down a little and stops, at a value that no learning rate and no number of epochs moves. Units cost next
to nothing; take more than the answer needs.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    switches = np.random.default_rng(0).integers(0, 2, (400, 2)).astype("float32")
    alike = (switches[:, 0] == switches[:, 1]).astype("float32")

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(2, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.004), loss="binary_crossentropy")
    model.fit(switches, alike, batch_size=16, epochs=25, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    switches = np.random.default_rng(0).integers(0, 2, (400, 2)).astype("float32")
    alike = (switches[:, 0] == switches[:, 1]).astype("float32")

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.004), loss="binary_crossentropy")
    model.fit(switches, alike, batch_size=16, epochs=25, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.retrained import proven
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer
from etude.domain.retraining import Change

SEVERITY = Severity.WARNING
SKILLS = ("model-2", "model-10")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = (
    *("stuck_at_majority", "trained_too_short", "predicts_constant", "learning_rate_too_low"),
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        gained, hidden = proven(fit, Change.UNITS), _hidden(fit)
        if gained and hidden:
            narrowest = min(hidden, key=_units)
            return Finding(
                line=narrowest.line or fit.line,
                evidence=f"the narrowest hidden layer has {_units(narrowest)} units, and {gained}",
                change="give each hidden layer 16 or 32 units",
                about=narrowest.name,
                proven=True,
            )
    return None


def _hidden(fit: Fit) -> Sequence[Layer]:
    return [layer for layer in fit.model.layers if layer.kind == "Dense"][:-1]


def _units(layer: Layer) -> int:
    return int(layer.config["units"])
