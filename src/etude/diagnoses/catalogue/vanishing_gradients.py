"""
The first layers of a deep network get next to no gradient.

## Why it hurts
On its way back each gradient is multiplied by the slope of every activation that it passes. That of a sigmoid
is 1/4 at most, so after six layers less than a thousandth is left: the last layers learn, the first ones stay
at the random numbers that they began with, and what they hand on tells the rest nothing about the inputs.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    labels = (inputs[:, 0] * inputs[:, 1] > 0).astype("int64")

    hidden = [keras.layers.Dense(8, activation="sigmoid") for _ in range(7)]
    model = keras.Sequential([keras.Input((4,)), *hidden, keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(inputs, labels, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    labels = (inputs[:, 0] * inputs[:, 1] > 0).astype("int64")

    hidden = [
        keras.layers.Dense(16, activation="relu", kernel_initializer="he_normal") for _ in range(3)
    ]
    model = keras.Sequential([keras.Input((4,)), *hidden, keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(inputs, labels, epochs=16, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import is_ill, with_gradients
from etude.domain.finding import Finding, Severity
from etude.domain.health import LayerHealth
from etude.domain.network import all_layers, consumers
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-5", "model-2", "dev-3")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = ("stuck_at_majority", "trained_too_short", "predicts_constant")

# AutoTrainer (ICSE 2021): the first gradient's norm is below a thousandth of the last one's, and below 1e-4.
_OF_LAST, _TINY = 1e-3, 1e-4
# Where every hidden layer squashes, and they are so many, the reason is plain with less of a fall; where
# they are fewer, what arrives has to be next to nothing too.
_OF_LAST_SQUASHED, _SQUASHING, _LEAST_SQUASHED, _PLAINLY_SQUASHED = 1e-2, "sigmoid", 2, 3


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        layers = with_gradients(fit)
        if len(layers) < 2 or not is_ill(fit):
            continue
        first, last = layers[0], layers[-1]
        arrives, leaves = first.gradient or 0.0, last.gradient or 0.0
        gone = arrives < _OF_LAST * leaves and arrives < _TINY
        if arrives > 0 and (gone or _fades_in_sigmoids(fit, layers)):
            return Finding(
                line=first.line or fit.line,
                evidence=f"the gradient has a norm of {leaves:.2g} at {last.name} and of {arrives:.2g} at "
                f"{first.name}, {len(layers) - 1} layers before it",
                change="use ReLU and kernel_initializer='he_normal' in hidden layers, batch normalisation "
                "or residual connections, or fewer layers",
                about=first.name,
            )
    return None


def _fades_in_sigmoids(fit: Fit, layers: Sequence[LayerHealth]) -> bool:
    """Whether all hidden layers end in a sigmoid, and little of the last gradient is left at the first."""
    activations = {one.name: _activation(one, fit.model) for one in all_layers(fit.model)}
    hidden = [activations.get(one.name) for one in layers[:-1]]
    squashed = len(hidden) >= _LEAST_SQUASHED and set(hidden) == {_SQUASHING}
    arrives, leaves = layers[0].gradient or 0.0, layers[-1].gradient or 0.0
    plain = len(hidden) >= _PLAINLY_SQUASHED or arrives < _TINY
    return squashed and plain and arrives < _OF_LAST_SQUASHED * leaves


def _activation(layer: Layer, model: Model) -> str:
    """Its own, or the one that a layer of its own gives to what comes out of it."""
    users = consumers(model.layers).get(layer.name, ())
    own = str(layer.config.get("activation", ""))
    follows = own == "linear" and len(users) == 1 and users[0].kind == "Activation"
    return str(users[0].config.get("activation", "")) if follows else own
