"""
A recurrent layer has an option that rules out the fast kernel.

## Why it hurts
On a GPU, LSTM and GRU run in a single fused kernel of cuDNN, many times as fast as step by step. It knows one
formula only: tanh and sigmoid, no `recurrent_dropout`, not unrolled, with a bias, and for GRU `reset_after=True`. Any other
setting is computed step by step, and nothing says so. On a CPU nothing changes.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Layer

SEVERITY = Severity.PERFORMANCE
SKILLS = ("text-6", "series-5")
GUIDE = "TensorFlow guide: Working with RNNs"

# The requirements as the reference of keras.layers.LSTM and keras.layers.GRU lists them.
_NEEDED = {
    "activation": "tanh",
    "recurrent_activation": "sigmoid",
    "recurrent_dropout": 0,
    "unroll": False,
    "use_bias": True,
}
_NEEDED_BY = {"LSTM": _NEEDED, "GRU": _NEEDED | {"reset_after": True}}


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer in all_layers(fit.model):
            found = _in_the_way(layer)
            if found and layer.line:
                return Finding(
                    line=layer.line,
                    about=layer.name,
                    evidence=f"{layer.kind}({layer.config.get('units', '')}) has {found}",
                    change="leave the option at its default if the program shall run fast on a GPU",
                )
    return None


def _in_the_way(layer: Layer) -> str:
    needed = _NEEDED_BY.get(layer.kind, {})
    differing = [
        f"{name}={layer.config[name]!r}"
        for name, value in needed.items()
        if layer.config.get(name, value) != value
    ]
    return ", ".join(differing)
