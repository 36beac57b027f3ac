"""
An autoencoder has no layer that is narrower than its input.

## Why it hurts
What makes an autoencoder learn what its examples have in common is that everything must pass a code too small for them. With room for every value
it can hand the input on as it is: the reconstruction is perfect for anything, also for what it never saw, so it finds no
anomalies and its code says nothing. Noise on the input, dropout or a penalty on the code do the same as a narrow one.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 6))
    model = keras.Sequential([
        keras.Input((6,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(6),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 6))
    model = keras.Sequential([
        keras.Input((6,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(2, activation="relu"),
        keras.layers.Dense(6),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x, verbose=0)
"""

import math
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.stops import repeats_inputs
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer, Model

# Right where the reconstruction itself is all that is wanted.
SEVERITY = Severity.WARNING
SKILLS = ("model-3", "model-11", "dev-3")
GUIDE = "TensorFlow tutorial: Intro to autoencoders"
EXPLAINS = ()

_HOLDS_BACK = ("Dropout", "SpatialDropout", "Gaussian", "Random", "ActivityRegularization")
_PENALTIES = ("activity_regularizer",)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        narrowest = _narrowest(fit) if _only_learns_its_input(evidence, fit) else None
        size = math.prod(fit.train.sample[0].shape[1:]) if fit.train.sample else 0
        if narrowest is None or _is_held_back(fit) or not _gives(fit.model, size):
            continue
        if _values(narrowest) < size:
            continue
        return Finding(
            line=layer_line(evidence.source, fit.model, narrowest),
            about=narrowest.name,
            evidence=f"the input has {size} values, its target is the input, and the narrowest layer on the way, "
            f"{narrowest.name}, has {_values(narrowest)}: it can be handed on as it is",
            change=f"make the code far narrower than {size}, or add noise to the input",
        )
    return None


def _only_learns_its_input(evidence: Evidence, fit: Fit) -> bool:
    """Not also, in another training, to clean noisy examples, which leaves no way past learning."""
    of_model = (one for one in evidence.fits if one.model.key == fit.model.key)
    return all(repeats_inputs(one.train) for one in of_model)


def _narrowest(fit: Fit) -> Layer | None:
    """The hidden layer with the fewest values; None when the sizes of some are not known."""
    weighted = [one for one in all_layers(fit.model) if one.parameters and not one.layers]
    hidden = weighted[:-1]
    if not hidden or not all(map(_values, hidden)):
        return None
    return min(hidden, key=_values)


def _gives(model: Model, size: int) -> bool:
    """Whether it has as many outputs as this: the classes of each token are more."""
    return [_count(output.shape) for output in model.outputs] == [size]


def _values(layer: Layer) -> int:
    return _count(layer.output_shape)


def _count(shape: Any) -> int:
    """Values of one example; 0 where a size is not known."""
    known = isinstance(shape, list | tuple) and all(isinstance(n, int) for n in shape[1:])
    return math.prod(shape[1:]) if known else 0


def _is_held_back(fit: Fit) -> bool:
    return any(
        one.kind.startswith(_HOLDS_BACK) or any(one.config.get(name) for name in _PENALTIES)
        for one in all_layers(fit.model)
    )
