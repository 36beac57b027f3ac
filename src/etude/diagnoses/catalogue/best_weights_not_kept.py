"""
The weights that are kept are not those of the best epoch.

## Why it hurts
Training goes on for a while after the best epoch: that is how early stopping notices that it was the best.
A checkpoint that writes every epoch over the one before, or a model saved after `fit`, holds the last epoch,
which is worse on everything that was not trained on.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(1)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse")
    keep_best = keras.callbacks.ModelCheckpoint(
        "best.weights.h5",
        monitor="val_loss",
        save_weights_only=True,
    )
    model.fit(
        inputs,
        3 * inputs,
        validation_data=(inputs, inputs / 4),
        epochs=6,
        callbacks=[keep_best],
        verbose=0,
    )

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(1)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse")
    keep_best = keras.callbacks.ModelCheckpoint(
        "best.weights.h5",
        monitor="val_loss",
        save_best_only=True,
        save_weights_only=True,
    )
    model.fit(
        inputs,
        3 * inputs,
        validation_data=(inputs, inputs / 4),
        epochs=6,
        callbacks=[keep_best],
        verbose=0,
    )
"""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.diagnoses.callbacks import best_epoch, better, callbacks_of, option_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-11", "model-12", "deploy-1")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("overfits",)

_SAVES = ("Model.save", "Model.save_weights", "Model.export")
# Below this share two values of a log are the same for all that matters.
_CLEARLY = 0.01


def match(evidence: Evidence) -> Finding | None:
    return _found_in_file(evidence) or _overwritten(evidence) or _saved_after_stopping(evidence)


def _found_in_file(evidence: Evidence) -> Finding | None:
    """A check has looked into the file: its weights belong to another epoch than the best."""
    for kept in evidence.told("kept"):
        if kept is None or not kept["best"] or kept["epoch"] in (0, kept["best"]):
            continue
        for _, callback in callbacks_of(evidence.fits, "ModelCheckpoint"):
            if not callback.options.get("save_best_only"):
                return _finding(callback.line, kept, f"{callback.kind} writes every epoch")
            line = option_line(evidence.source, callback, "monitor")
            watched = callback.options.get("monitor")
            return _finding(line, kept, f"{callback.kind} goes by {watched}", monitor=True)
        line = next((call.line for call in _saves(evidence)), evidence.fits[-1].line)
        return _finding(line, kept, "it was saved after the last epoch")
    return None


def _finding(line: int, kept: Mapping[str, Any], how: str, *, monitor: bool = False) -> Finding:
    change = "give ModelCheckpoint save_best_only=True and the log that decides as its monitor"
    if monitor:
        change = f'let it monitor "{kept["monitor"]}"'
    return Finding(
        line=line,
        about=kept["path"],
        evidence=f"{kept['path']} holds epoch {kept['epoch']} ({kept['monitor']} "
        f"{kept['value']:.3f}), the best was epoch {kept['best']} ({kept['best_value']:.3f}): {how}",
        change=change,
    )


def _overwritten(evidence: Evidence) -> Finding | None:
    """A checkpoint that is meant for the best epoch and holds the last."""
    for fit, callback in callbacks_of(evidence.fits, "ModelCheckpoint"):
        watched = callback.options.get("monitor", "")
        if _writes_over(callback) and not _keeps_best(fit) and _is_meant(callback, evidence):
            values = fit.series(watched)
            worse = _worse_than_best(values, callback.options.get("direction") or better(watched))
            if worse:
                path = callback.options.get("filepath", "the file")
                return Finding(
                    line=callback.line,
                    about=str(path),
                    evidence=f"{path} holds epoch {len(values)} ({watched} {values[-1]:.3f}); {worse}",
                    change="add save_best_only=True",
                )
    return None


def _writes_over(callback: Callback) -> bool:
    """Whether every epoch goes to the same file."""
    every_epoch = callback.options.get("save_freq", "epoch") == "epoch"
    one_file = "{" not in str(callback.options.get("filepath", "{"))
    return every_epoch and one_file and not callback.options.get("save_best_only")


def _is_meant(callback: Callback, evidence: Evidence) -> bool:
    """Whether the learner's own words speak of the best: a checkpoint of the last epoch is right too."""
    call = call_at(evidence.source, callback.line, callback.kind)
    named = call is not None and any(k.arg in ("monitor", "mode") for k in call.keywords)
    return named or "best" in str(callback.options.get("filepath", ""))


def _saved_after_stopping(evidence: Evidence) -> Finding | None:
    """Early stopping has waited, and the model was saved as it then was."""
    for fit, callback in callbacks_of(evidence.fits, "EarlyStopping"):
        watched = callback.options.get("monitor", "")
        values = fit.series(watched)
        stopped = callback.options.get("stopped_epoch", 0) > 0
        worse = _worse_than_best(values, callback.options.get("direction") or better(watched))
        saves = [c for c in _saves(evidence) if c.model and c.model.key == fit.model.key]
        if not (stopped and worse and saves) or _keeps_best(fit):
            continue
        if not evidence.calls_of("Model.load_weights") and _steps(saves[-1]):
            return Finding(
                line=callback.line,
                evidence=f"training stopped after epoch {len(values)} ({watched} {values[-1]:.3f}) "
                f"and the model was saved as it was in line {saves[-1].line}; {worse}",
                change="add restore_best_weights=True",
            )
    return None


def _saves(evidence: Evidence) -> Sequence[Call]:
    return [call for call in evidence.calls if call.name in _SAVES and not call.error]


def _steps(call: Call) -> int:
    return (call.model.iterations or 0) if call.model else 0


def _keeps_best(fit: Fit) -> bool:
    """Whether some other callback brings back, or keeps, the best epoch."""
    return any(
        callback.options.get("restore_best_weights") or callback.options.get("save_best_only")
        for callback in fit.callbacks
    )


def _worse_than_best(values: Sequence[float], direction: str) -> str:
    """Which epoch was clearly better than the last one; "" when none was."""
    if not values or not direction:
        return ""
    best = best_epoch(values, direction)
    if abs(values[-1] - values[best]) <= _CLEARLY * abs(values[best]):
        return ""
    return f"the best was epoch {best + 1} ({values[best]:.3f})"
