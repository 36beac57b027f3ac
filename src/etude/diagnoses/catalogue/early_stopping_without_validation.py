"""
A callback waits for validation results, but fit validates on nothing.

## Why it hurts
`val_loss` and its like exist only when `fit` is given validation data. Without them `EarlyStopping` never
stops and `ReduceLROnPlateau` never acts: Keras warns once an epoch and trains on to the end. A checkpoint
that is to keep the best epoch writes every epoch, or none.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=2)
    model.fit(inputs, 2 * inputs, epochs=2, callbacks=[stop], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    train, test = inputs[::2], inputs[1::2]
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=2)
    model.fit(train, 2 * train, validation_data=(test, 2 * test), epochs=2, callbacks=[stop], verbose=0)
"""

from collections.abc import Mapping

from etude.diagnoses.callbacks import is_validated, watches
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "model-10")
GUIDE = "Keras API: EarlyStopping"
EXPLAINS = (
    "validation_missing",
    "best_weights_not_kept",
    "overfits",
    "patience_order",
    "file_not_found",
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        waiting = [
            callback
            for callback in fit.callbacks
            if watches(callback) and str(callback.options.get("monitor", "")).startswith("val_")
        ]
        logged = any(name.startswith("val_") for logs in fit.epochs for name in logs)
        if waiting and fit.epochs and not is_validated(fit) and not logged:
            first = waiting[0]
            return Finding(
                line=fit.line,
                about=first.kind,
                evidence=f'{first.kind} watches "{first.options["monitor"]}", and fit got no '
                f"validation data: all {len(fit.epochs)} epochs logged only {_logged(fit.epochs[-1])}",
                change="pass validation_data= to fit",
            )
    return None


def _logged(logs: Mapping[str, float]) -> str:
    return " and ".join(name for name in logs if name != "learning_rate")
