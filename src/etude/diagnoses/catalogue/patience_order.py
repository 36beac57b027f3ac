"""
Training stops before the learning rate can fall.

## Why it hurts
`ReduceLROnPlateau` and `EarlyStopping` both count epochs without an improvement. When the one that stops has
no more patience than the one that lowers the learning rate, training ends first, and the smaller steps that
might have helped are never tried.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 16, dtype="float32").reshape(16, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
    callbacks = [
        keras.callbacks.ReduceLROnPlateau(
            monitor="val_loss",
            patience=4,
        ),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=2, restore_best_weights=True),
    ]
    model.fit(
        inputs[::2],
        inputs[::2],
        validation_data=(inputs[1::2], -inputs[1::2]),
        epochs=8,
        callbacks=callbacks,
        verbose=0,
    )

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 16, dtype="float32").reshape(16, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
    callbacks = [
        keras.callbacks.ReduceLROnPlateau(
            monitor="val_loss",
            patience=2,
        ),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=4, restore_best_weights=True),
    ]
    model.fit(
        inputs[::2],
        inputs[::2],
        validation_data=(inputs[1::2], -inputs[1::2]),
        epochs=8,
        callbacks=callbacks,
        verbose=0,
    )
"""

from etude.diagnoses.callbacks import option_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "series-8")
GUIDE = "Keras API: ReduceLROnPlateau"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        slower, stopper = _one(fit, "ReduceLROnPlateau"), _one(fit, "EarlyStopping")
        if slower is None or stopper is None or not _stopped_first(fit, slower, stopper):
            continue
        rate = fit.series("learning_rate")[-1]
        return Finding(
            line=option_line(evidence.source, slower, "patience"),
            evidence=f"{stopper.kind} (patience={stopper.options['patience']}) ended training after "
            f"epoch {len(fit.epochs)}, and {slower.kind} (patience={slower.options['patience']}) never "
            f"acted: the learning rate was {rate:.3g} throughout",
            change=f"a patience below {stopper.options['patience']} here, or a larger one there",
        )
    return None


def _one(fit: Fit, kind: str) -> Callback | None:
    return next((callback for callback in fit.callbacks if callback.is_a(kind)), None)


def _stopped_first(fit: Fit, slower: Callback, stopper: Callback) -> bool:
    rates = fit.series("learning_rate")
    same_log = slower.options.get("monitor") == stopper.options.get("monitor")
    return (
        same_log
        and stopper.options.get("stopped_epoch", 0) > 0
        and slower.options.get("patience", 0) >= stopper.options.get("patience", 0)
        and len(set(rates)) == 1
    )
