"""
A callback watches a log that this training does not have.

## Why it hurts
Logs are named after the metrics as they were given to `compile`, with `val_` in front for validation:
`metrics=["accuracy"]` gives `accuracy` and `val_accuracy`, never `val_acc`. A callback that looks for another
name either ends the training with an error or, when its mode is given, only warns: it never stops, and a
checkpoint writes every epoch or none. `val_` logs exist only when an epoch ends: a checkpoint that is to look every few
batches (`save_freq=5`) finds none.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0.5).astype("int32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="sgd", loss=loss, metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(
        monitor="val_acc",
        patience=2,
    )
    model.fit(inputs[::2], labels[::2], validation_data=(inputs[1::2], labels[1::2]), callbacks=[stop], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0.5).astype("int32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="sgd", loss=loss, metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(
        monitor="val_accuracy",
        patience=2,
    )
    model.fit(inputs[::2], labels[::2], validation_data=(inputs[1::2], labels[1::2]), callbacks=[stop], verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.callbacks import closest_log, is_validated, log_names, option_line, watches
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-6")
GUIDE = "Keras API: EarlyStopping"
EXPLAINS = ("best_weights_not_kept", "overfits", "patience_order", "file_not_found")

_REFUSES = "_set_monitor_op"


def match(evidence: Evidence) -> Finding | None:
    for fit in [fit for fit in evidence.fits if _is_certain(fit, evidence)]:
        for callback in fit.callbacks:
            name = callback.options.get("monitor")
            if not isinstance(name, str):
                continue
            if _is_unknown(name, callback, fit):
                return _unknown(evidence, fit, callback, name)
            if _comes_too_late(name, callback):
                return _too_late(evidence, callback, name)
    return None


def _unknown(evidence: Evidence, fit: Fit, callback: Callback, name: str) -> Finding:
    known = log_names(fit)
    return Finding(
        line=option_line(evidence.source, callback, "monitor"),
        about=callback.kind,
        evidence=f'{_who(evidence, fit, callback, name)} "{name}", '
        f"and fit in line {fit.line} logs {', '.join(known)}",
        change=f'monitor="{closest_log(name, known)}"',
    )


def _who(evidence: Evidence, fit: Fit, first: Callback, name: str) -> str:
    """Whoever else waits for the same log is told along, as mending one leaves the other waiting."""
    others = [
        one for one in fit.callbacks if one is not first and one.options.get("monitor") == name
    ]
    told = [
        f"{one.kind} in line {option_line(evidence.source, one, 'monitor')}"
        for one in others
        if _is_unknown(name, one, fit)
    ]
    return f"{first.kind} watches" if not told else f"{', '.join([first.kind, *told])} watch"


def _too_late(evidence: Evidence, callback: Callback, name: str) -> Finding:
    every = callback.options["save_freq"]
    return Finding(
        line=option_line(evidence.source, callback, "save_freq"),
        about=callback.kind,
        evidence=f'{callback.kind} looks at "{name}" after every {every} batches, '
        "and that log is there only when an epoch has ended",
        change='save_freq="epoch", which is what it is without that argument',
    )


def _comes_too_late(name: str, callback: Callback) -> bool:
    """Whether a checkpoint that counts batches waits for what is measured after them."""
    by_batches = isinstance(callback.options.get("save_freq"), int)
    return by_batches and watches(callback) and name.startswith("val_")


def _is_certain(fit: Fit, evidence: Evidence) -> bool:
    """Whether an epoch has ended, for callbacks may add logs of their own, or Keras has said so."""
    refused = any(error.raised_by.endswith(_REFUSES) for error in evidence.errors)
    return bool(fit.epochs) or refused


def _is_unknown(name: str, callback: Callback, fit: Fit) -> bool:
    known = log_names(fit)
    asked = watches(callback) or not fit.finished  # the error comes whether it matters or not
    for_validation = name.startswith("val_") and not is_validated(fit)
    return bool(known) and asked and not for_validation and name not in _all_names(known)


def _all_names(known: Sequence[str]) -> set[str]:
    return {*known, "learning_rate", "lr"}
