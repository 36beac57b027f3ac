"""
Gradients and outputs are hundreds of times larger than what they are to change and to match.

## Why it hurts
With large weights every layer multiplies what passes through it by more than 1, forwards and backwards. After a
few layers the outputs are thousands where the targets are ones, and so are the gradients: the training spends
its time on getting down from there, and ends in NaN unless its steps are tiny. Keras's default initial weights
keep the size of what passes; larger ones of one's own do not.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    targets = inputs[:, :1] * inputs[:, 1:2]

    large = keras.initializers.RandomNormal(stddev=1.0)
    hidden = [keras.layers.Dense(32, activation="relu", kernel_initializer=large) for _ in range(5)]
    model = keras.Sequential([keras.Input((4,)), *hidden, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss="mse")
    model.fit(inputs, targets, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    targets = inputs[:, :1] * inputs[:, 1:2]

    hidden = [keras.layers.Dense(32, activation="relu") for _ in range(5)]
    model = keras.Sequential([keras.Input((4,)), *hidden, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss="mse")
    model.fit(inputs, targets, epochs=4, verbose=0)
"""

from etude.diagnoses.curves import tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import with_gradients
from etude.domain.finding import Finding, Severity
from etude.domain.health import LayerHealth
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("train-5", "model-9", "dev-3")
GUIDE = "Keras API: layer weight initializers"
EXPLAINS = (
    "diverging_loss",
    "trained_too_short",
    "stuck_at_majority",
    "loss_oscillates",
)

# Measured (docs/design/health.md): sound networks stay below 0.5 and 1.2 times, networks whose
# weights are too large reach thousands of times and a hundred times.
_OF_WEIGHTS, _OF_LABELS = 100.0, 10.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        layers = [layer for layer in with_gradients(fit) if layer.weight]
        if len(layers) < 2 or fit.health is None or not _outputs_are_too_large(fit):
            continue
        if tries_rates(fit):
            continue  # it goes on until everything breaks, and that rate is not used
        worst = max(layers, key=_ratio)
        if _ratio(worst) >= _OF_WEIGHTS:
            return Finding(
                line=worst.line or fit.line,
                evidence=f"after {len(fit.epochs)} epochs the gradient at {worst.name} has a norm of "
                f"{worst.gradient:.3g}, its weights of {worst.weight:.3g}, and the outputs scatter by "
                f"{fit.health.output_spread:.3g} around targets that scatter by "
                f"{fit.health.label_spread:.3g}",
                change="leave the initial weights at their default ('he_normal' for ReLU), and scale the "
                "inputs to about 1",
                about=worst.name,
            )
    return None


def _ratio(layer: LayerHealth) -> float:
    return (layer.gradient or 0.0) / (layer.weight or 1.0)


def _outputs_are_too_large(fit: Fit) -> bool:
    health = fit.health
    if health is None or not health.label_spread or health.output_spread is None:
        return False
    return health.output_spread >= _OF_LABELS * health.label_spread
