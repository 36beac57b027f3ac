"""
All weights of a hidden layer begin with the same number, so all its units stay alike.

## Why it hurts
Units that begin alike give the same output, get the same gradient and stay alike: a layer of 64 works like one unit.
With zeros it is worse: a ReLU layer gives nothing, so nothing before or behind it gets a gradient. Random initial
weights are there to make units different; a seed makes them repeatable.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.abs(inputs[:, :1])

    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(16, activation="tanh", kernel_initializer="zeros"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.abs(inputs[:, :1])

    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import consumers
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-1", "train-5", "dev-3")
GUIDE = "Keras API: layer weight initializers"
EXPLAINS = NOTHING_LEARNED

_ALL_ALIKE = ("Zeros", "Ones", "Constant")
# Weights that come from elsewhere, and branches that are added and may well begin at zero.
_GIVEN_LATER = ("set_weights", "load_weights", "load_model", "assign")
_ADDED = ("Add", "Multiply")


def match(evidence: Evidence) -> Finding | None:
    if any(evidence.source.calls(name) for name in _GIVEN_LATER):
        return None
    for fit in evidence.fits:
        for layer in _hidden(fit.model):
            kind = layer.config.get("kernel_initializer")
            if kind in _ALL_ALIKE and layer.trainable and _units(layer) > 1:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    about=layer.name,
                    evidence=f"the {_units(layer)} units of {layer.kind} begin with the same weights "
                    f"({kind}), so they get the same gradients",
                    change="leave kernel_initializer out; keras.utils.set_random_seed makes a run repeatable",
                )
    return None


def _hidden(model: Model) -> Iterator[Layer]:
    """Layers that others are called on, of a graph that is known."""
    following = consumers(model.layers)
    for layer in model.layers:
        kinds = {one.kind for one in following.get(layer.name, ())}
        if kinds and not kinds & set(_ADDED):
            yield layer


def _units(layer: Layer) -> int:
    units = layer.config.get("units", layer.config.get("filters"))
    return units if isinstance(units, int) else 0
