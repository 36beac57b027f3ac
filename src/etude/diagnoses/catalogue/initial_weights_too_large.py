"""
The initial weights were chosen several times too large for the number of inputs of their layer.

## Why it hurts
A unit adds up all its inputs, so the more there are, the smaller each weight has to begin. Keras's own initializers
know the number; a standard deviation of one's own does not. Sums of 40 put sigmoid and tanh where they are flat, and
grow from layer to layer with ReLU: the training begins far above the loss of guessing and spends its epochs on that.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 20)).astype("float32")
    labels = (inputs[:, 0] > 0).astype("int64")

    large = keras.initializers.RandomNormal(stddev=10.0)
    model = keras.Sequential([
        keras.Input((20,)),
        keras.layers.Dense(32, activation="tanh", kernel_initializer=large),
        keras.layers.Dense(1, activation="sigmoid", kernel_initializer=large),
    ])
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    model.fit(inputs, labels, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 20)).astype("float32")
    labels = (inputs[:, 0] > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((20,)),
        keras.layers.Dense(32, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="binary_crossentropy")
    model.fit(inputs, labels, epochs=10, verbose=0)
"""

import math
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.sizes import learned_next_to_nothing
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.WARNING
SKILLS = ("train-5", "model-2", "dev-3")
GUIDE = "Keras API: layer weight initializers"
EXPLAINS = NUMBERS_GONE_WRONG

# They take no notice of how many inputs a layer has.
_OF_ONES_OWN = ("RandomNormal", "RandomUniform", "TruncatedNormal")
# He's initial weights have the standard deviation sqrt(2 / inputs), the largest of the usual ones.
_TIMES_HE = 5.0
# What training added must not be what makes them large.
_MOST_ADDED = 0.5


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer, size, usual in _too_large(fit) if learned_next_to_nothing(fit) else ():
            return Finding(
                line=layer_line(evidence.source, fit.model, layer),
                evidence=f"the weights of {told(layer)} ({layer.config['kernel_initializer']}) have a size of about "
                f"{size:.3g}, for its inputs {usual:.2g} is usual; the loss began at {fit.series('loss')[0]:.4g}",
                change="leave kernel_initializer out, or take 'he_normal' for ReLU",
                about=layer.name,
            )
    return None


def _too_large(fit: Fit) -> Iterator[tuple[Layer, float, float]]:
    """Layers with the typical size of their weights, and what is usual for so many inputs."""
    health = {one.name: one for one in (fit.health.layers if fit.health else ())}
    for layer in all_layers(fit.model):
        state, units = health.get(layer.name), layer.config.get("units")
        own = layer.config.get("kernel_initializer") in _OF_ONES_OWN
        if layer.kind != "Dense" or not own or state is None or not state.weight or not units:
            continue
        if state.change is None or state.change > _MOST_ADDED or layer.parameters <= units:
            continue
        size = state.weight / math.sqrt(layer.parameters)
        usual = math.sqrt(2 * units / layer.parameters)
        if size >= _TIMES_HE * usual:
            yield layer, size, usual
