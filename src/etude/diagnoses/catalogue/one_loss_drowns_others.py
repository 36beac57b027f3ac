"""
The loss of one output is so large that the others do not learn.

## Why it hurts
A model with several outputs goes down the sum of their losses. A squared error in pixels is in the hundreds, a cross-entropy
around 0.7: the shared layers serve the first alone, and the second stays where guessing is. Numbers of one size, or
`loss_weights`, give each its part.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.random((128, 6)).astype("float32")
    inputs = keras.Input((6,))
    shared = keras.layers.Dense(4, activation="relu")(inputs)
    box = keras.layers.Dense(4, name="box")(shared)
    kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(shared)
    model = keras.Model(inputs, [box, kind])
    model.compile(optimizer="sgd", loss=["mse", "binary_crossentropy"])
    model.optimizer.learning_rate = 1e-5
    model.fit(rows, [rng.uniform(0, 500, (128, 4)), np.arange(128) % 2], epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.random((128, 6)).astype("float32")
    inputs = keras.Input((6,))
    shared = keras.layers.Dense(4, activation="relu")(inputs)
    box = keras.layers.Dense(4, name="box")(shared)
    kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(shared)
    model = keras.Model(inputs, [box, kind])
    model.compile(optimizer="adam", loss=["mse", "binary_crossentropy"])
    labels = (rows[:, 0] > 0.5).astype("float32")
    model.fit(rows, [rng.uniform(0, 500, (128, 4)) / 500, labels], epochs=4, verbose=0)
"""

from collections.abc import Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "model-13", "data-4")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("stuck_at_majority", "trained_too_short", "overfits")

# The shared layers go where the sum of the losses falls: at a hundred times the size, one of them
# decides that alone. Whether the other suffers is seen from its own course: it must stand still.
_TIMES = 100.0
_STILL = 0.97
_LEAST_EPOCHS = 3
_WEIGHTS = "loss_weights"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        losses = _losses(fit)
        call = call_at(
            evidence.source, fit.model.compiled.line if fit.model.compiled else 0, "compile"
        )
        if len(losses) < 2 or call is None or any(k.arg == _WEIGHTS for k in call.keywords):
            continue
        largest = max(losses, key=lambda name: min(losses[name]))
        for name, values in losses.items():
            if name != largest and _is_drowned(values, losses[largest]):
                return Finding(
                    line=evidence.source.line_of_argument(call, "loss") or call_line(call),
                    about=name,
                    evidence=f"the loss of {largest} went from {losses[largest][0]:.3g} to {losses[largest][-1]:.3g}, "
                    f"that of {name} from {values[0]:.3g} to {values[-1]:.3g}: next to the first it counts for nothing",
                    change=f"scale the targets of {largest} to about 1 (pixels: divide by the side of the picture), or "
                    f"give compile loss_weights",
                )
    return None


def _losses(fit: Fit) -> Mapping[str, Sequence[float]]:
    """The loss of each output, epoch by epoch."""
    names = {output.path.partition(":")[0] for output in fit.model.outputs}
    found = {name: fit.series(f"{name}_loss") for name in sorted(names)}
    return {name: values for name, values in found.items() if len(values) >= _LEAST_EPOCHS}


def _is_drowned(values: Sequence[float], large: Sequence[float]) -> bool:
    smaller = 0 < sum(values) * _TIMES <= sum(large)
    return smaller and min(values[1:]) >= _STILL * values[0]
