"""
A callback looks for the worst value: its mode is the wrong way round.

## Why it hurts
`mode="min"` calls an epoch better when the value is smaller. That is right for a loss. For an accuracy it keeps
the weights of the worst epoch, stops while the model is improving, or lowers the learning rate too soon.
`mode="max"` on a loss does the same. Without a mode, Keras chooses the right one for its own metrics.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0.5).astype("int32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2, kernel_initializer="zeros")])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(20.0), loss=loss, metrics=["accuracy"])
    keep_best = keras.callbacks.ModelCheckpoint(
        "best.keras",
        monitor="accuracy",
        mode="min",
        save_best_only=True,
    )
    model.fit(inputs, labels, epochs=2, callbacks=[keep_best], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0.5).astype("int32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2, kernel_initializer="zeros")])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(20.0), loss=loss, metrics=["accuracy"])
    keep_best = keras.callbacks.ModelCheckpoint(
        "best.keras",
        monitor="accuracy",
        mode="max",
        save_best_only=True,
    )
    model.fit(inputs, labels, epochs=2, callbacks=[keep_best], verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.callbacks import (
    best_epoch,
    better,
    callbacks_of,
    log_names,
    option_line,
    watches,
)
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12",)
GUIDE = "Keras API: ModelCheckpoint"
EXPLAINS = ("best_weights_not_kept", "overfits", "patience_order", "trained_too_short")

_KINDS = ("ModelCheckpoint", "EarlyStopping", "ReduceLROnPlateau")


def match(evidence: Evidence) -> Finding | None:
    found = [
        (fit, callback)
        for fit, callback in callbacks_of(evidence.fits, *_KINDS)
        if _is_wrong_way_round(fit, callback)
    ]
    if not found:
        return None
    fit, callback = found[0]
    name, looks_for = _watched(callback), str(_looks_for(callback))
    others = _others(evidence, callback, [other for _, other in found])
    return Finding(
        line=option_line(evidence.source, callback, "mode"),
        about=callback.kind,
        evidence=f'{callback.kind} has mode="{looks_for}"{_took(fit.series(name), name, looks_for)}{others}',
        change=f'mode="{better(name)}"{" in each of them" if others else ""}',
    )


def _is_wrong_way_round(fit: Fit, callback: Callback) -> bool:
    wanted, looks_for = better(_watched(callback)), _looks_for(callback)
    if not watches(callback) or not wanted or looks_for in (None, wanted):
        return False
    return _watched(callback) in log_names(fit)


def _others(evidence: Evidence, first: Callback, wrong: Sequence[Callback]) -> str:
    """Further ones of another line with the same mistake, so that none is left behind."""
    lines = {option_line(evidence.source, one, "mode"): one.kind for one in wrong}
    lines.pop(option_line(evidence.source, first, "mode"), None)
    told = [f"{kind} in line {line}" for line, kind in lines.items()]
    return f"; so has {' and '.join(told)}" if told else ""


def _watched(callback: Callback) -> str:
    return str(callback.options.get("monitor", ""))


def _looks_for(callback: Callback) -> str | None:
    return callback.options.get("direction") or _asked_for(callback)


def _asked_for(callback: Callback) -> str | None:
    """The mode that was written, where no training began in which Keras would have settled it."""
    mode = callback.options.get("mode")
    return mode if mode in ("min", "max") else None


def _took(values: Sequence[float], name: str, looks_for: str) -> str:
    """What came of it, or would have come of it."""
    if not values:
        return f", and the {'lowest' if looks_for == 'min' else 'highest'} {name} is the worst"
    chosen, best = best_epoch(values, looks_for), best_epoch(values, better(name))
    return (
        f" and takes epoch {chosen + 1} for the best ({name} {values[chosen]:.3f}); "
        f"epoch {best + 1} had {values[best]:.3f}"
    )
