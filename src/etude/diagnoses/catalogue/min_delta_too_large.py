"""
Early stopping asks for steps that the monitored value cannot make.

## Why it hurts
`min_delta` is in the units of what is monitored. A loss of 0.05 cannot fall by 0.1, so no epoch ever counts as better than the first;
after `patience` epochs the training ends, and `restore_best_weights` brings back the weights of the first epoch.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).uniform(-1, 1, (64, 1)).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="loss", min_delta=1.0, patience=2)
    model.fit(x, 0.3 * x, epochs=10, callbacks=[stop], verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).uniform(-1, 1, (64, 1)).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="loss", min_delta=1e-4, patience=2)
    model.fit(x, 0.3 * x, epochs=10, callbacks=[stop], verbose=0)
"""

from etude.diagnoses.callbacks import best_epoch, callbacks_of, option_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "model-10")
GUIDE = "Keras API: EarlyStopping"
EXPLAINS = ("best_weights_not_kept", "trained_too_short", "patience_order", "stuck_at_majority")

_KIND = "EarlyStopping"


def match(evidence: Evidence) -> Finding | None:
    for fit, callback in callbacks_of(evidence.fits, _KIND):
        name, smallest = str(callback.options.get("monitor", "")), _smallest_step(callback)
        values = fit.series(name)
        if not values or not _ended_early(fit) or smallest <= _most_left(values[0], callback):
            continue
        best = best_epoch(values, str(callback.options["direction"]))
        if best > 0:
            return Finding(
                line=option_line(evidence.source, callback, "min_delta"),
                about=callback.kind,
                evidence=f"{name} was {values[0]:.3g} after the first epoch and {values[best]:.3g} after epoch {best + 1}, "
                f"but with min_delta={smallest:g} no value counts as better: fit ended after {len(values)} of "
                f"{fit.arguments.get('epochs')} epochs",
                change=f"choose a min_delta far below what {name} comes to, such as {values[best] / 100:.0e}, or leave it out",
            )
    return None


def _smallest_step(callback: Callback) -> float:
    return abs(float(callback.options.get("min_delta") or 0.0))


def _most_left(first: float, callback: Callback) -> float:
    """By how much the value can still get better: losses end at zero, shares at one."""
    if callback.options.get("direction") == "min":
        return first if first >= 0 else float("inf")
    return 1.0 - first if 0 <= first <= 1 else float("inf")


def _ended_early(fit: Fit) -> bool:
    asked = fit.arguments.get("epochs")
    return fit.finished and not fit.cut and isinstance(asked, int) and len(fit.epochs) < asked
