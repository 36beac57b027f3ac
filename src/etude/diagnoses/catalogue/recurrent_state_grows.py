"""
A recurrent layer has an activation without an upper end, and its state grew from step to step.

## Why it hurts
What a recurrent layer gives at one step goes into the next. Tanh keeps it between -1 and 1. ReLU hands on a number
that is a little larger each time, and after a hundred steps it is a million: the loss jumps, is enormous or
becomes NaN. Short windows may do well with it, so it shows when the window, the inputs or the weights have grown.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rows = 50 * np.random.default_rng(0).random((48, 60, 8)).astype("float32")
    labels = (rows[:, -1, 0] > 25).astype("float32")

    model = keras.Sequential(
        [
            keras.Input((60, 8)),
            keras.layers.LSTM(32, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows, labels, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rows = 50 * np.random.default_rng(0).random((48, 60, 8)).astype("float32")
    labels = (rows[:, -1, 0] > 25).astype("float32")

    model = keras.Sequential(
        [keras.Input((60, 8)), keras.layers.LSTM(32), keras.layers.Dense(1, activation="sigmoid")]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows / 50, labels, epochs=2, verbose=0)
"""

from etude.diagnoses.curves import cost_of_knowing_nothing, cost_of_zeros, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.own_measures import is_spoilt
from etude.diagnoses.places import layer_line
from etude.diagnoses.text import recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.WARNING
SKILLS = ("series-5", "text-6", "train-5")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = (
    *("nan_loss", "diverging_loss", "exploding_gradients", "loss_oscillates"),
    *("slow_recurrent_kernel", "stuck_at_majority", "trained_too_short"),
)

_WITHOUT_END = (
    "relu",
    "elu",
    "selu",
    "gelu",
    "leaky_relu",
    "softplus",
    "exponential",
    "silu",
    "linear",
)
# A state between -1 and 1 does not bring a loss about that is so much worse than guessing.
_TIMES_GUESSING = 10.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        told = "" if tries_rates(fit) else _grew(fit)
        for layer in all_layers(fit.model) if told else ():
            activation = _without_end(layer)
            if activation:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    evidence=f"{layer.kind} has activation={activation!r}, which has no upper end, and {told}",
                    change="leave its activation at the default, tanh; relu belongs into Dense and convolutions",
                    about=layer.name,
                )
    return None


def _without_end(layer: Layer) -> str:
    recurrent = recurrent_in(layer)
    activation = recurrent.config.get("activation") if recurrent is not None else None
    return str(activation) if activation in _WITHOUT_END else ""


def _grew(fit: Fit) -> str:
    losses = fit.series("loss")
    if is_spoilt(fit):
        return "training came to NaN"
    # With large targets even a network that gives zeros as yet is far off.
    guessing = max(cost_of_knowing_nothing(fit), cost_of_zeros(fit))
    worst = max(losses, default=0.0)
    if guessing and worst >= _TIMES_GUESSING * guessing:
        return f"the loss came to {worst:.4g}, where guessing would cost {guessing:.2g}"
    return ""
