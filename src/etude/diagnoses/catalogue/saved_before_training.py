"""
The model was saved before it was trained.

## Why it hurts
Saving writes the weights of that moment. What training changes afterwards is not in the file: whoever loads
it gets the random numbers that the layers began with, and predictions that are no better than guessing.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.save("doubling.keras")
    model.fit(inputs, 2 * inputs, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, epochs=2, verbose=0)
    model.save("doubling.keras")
"""

from etude.diagnoses.callbacks import callbacks_of
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-1", "dev-5")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("best_weights_not_kept", "stuck_at_majority", "trained_too_short", "overfits")

_OTHER_WAYS = ("save_model", "saved_model.save", "get_weights", "write_out")
_SAVES = ("Model.save", "Model.save_weights", "Model.export", "TFLiteConverter.convert")


def match(evidence: Evidence) -> Finding | None:
    saves = [call for call in evidence.calls if call.name in _SAVES and not call.error]
    trained = {fit.model.key: fit for fit in evidence.fits if fit.epochs}
    early = [call for call in saves if _is_untrained(call) and _key(call) in trained]
    if not early or any(not _is_untrained(call) for call in saves) or _is_kept_otherwise(evidence):
        return None
    first, fit = early[0], trained[_key(early[0])]
    if _is_started_from(evidence, first):
        return None
    return Finding(
        line=first.line,
        about=str(first.arguments.get("filepath", "")),
        evidence=f"{first.name.rpartition('.')[2]} in line {first.line} wrote "
        f"{first.arguments.get('filepath', 'the model')} after 0 training steps; "
        f"fit in line {fit.line} trained for {len(fit.epochs)} epochs, and nothing was saved after it",
        change="save after fit",
    )


def _key(call: Call) -> str:
    return call.model.key if call.model else ""


def _is_untrained(call: Call) -> bool:
    return call.model is not None and not call.model.iterations


def _is_kept_otherwise(evidence: Evidence) -> bool:
    """First weights that are loaded again, and checkpoints during training, are as they should be."""
    reloads = evidence.calls_of("Model.load_weights")
    written = next(callbacks_of(evidence.fits, "ModelCheckpoint"), None)
    return bool(reloads or written) or any(evidence.source.calls(name) for name in _OTHER_WAYS)


def _is_started_from(evidence: Evidence, early: Call) -> bool:
    """Whether another file is loaded, or what is loaded from this one is then trained.

    A loaded model that is asked without having been trained is the mistake itself.
    """
    path = early.arguments.get("filepath")
    loads = evidence.calls_of("load_model")
    elsewhere = any(load.arguments.get("filepath") != path for load in loads)
    return elsewhere or (bool(loads) and any(f.model.key != _key(early) for f in evidence.fits))
