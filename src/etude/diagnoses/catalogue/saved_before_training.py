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
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.network import is_inside_model
from etude.domain.observations import Call, Fit

SEVERITY = Severity.SILENT
SKILLS = ("deploy-1", "dev-5")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("best_weights_not_kept", "stuck_at_majority", "trained_too_short", "overfits")

_OTHER_WAYS = ("save_model", "saved_model.save", "get_weights", "write_out")
_SAVES = ("Model.save", "Model.save_weights", "Model.export", "TFLiteConverter.convert")


def match(evidence: Evidence) -> Finding | None:
    saves = [call for call in evidence.calls if call.name in _SAVES and not call.error]
    early = [(call, fit) for call in saves if (fit := _trained_later(call, evidence)) is not None]
    kept = any(not _is_untrained(call) or _holds_trained(call, evidence) for call in saves)
    if not early or kept or _is_kept_otherwise(evidence):
        return None
    first, fit = early[0]
    if _is_started_from(evidence, first, fit):
        return None
    return Finding(
        line=first.line,
        about=str(first.arguments.get("filepath", "")),
        evidence=f"{first.name.rpartition('.')[2]} in line {first.line} wrote "
        f"{first.arguments.get('filepath', 'the model')} after 0 training steps; "
        f"fit in line {fit.line} trained for {len(fit.epochs)} epochs, and nothing was saved after it",
        change="save after fit",
    )


def _trained_later(call: Call, evidence: Evidence) -> Fit | None:
    """The training that the saved model, or a network inside it, got after it was saved."""
    if not _is_untrained(call):
        return None
    for fit in evidence.fits:
        stands_above = _is_inside(call, fit) and _is_before(call, fit, evidence.source)
        if fit.epochs and (fit.model.key == _key(call) or stands_above):
            return fit
    return None


def _holds_trained(call: Call, evidence: Evidence) -> bool:
    """Whether a network inside the saved model was trained, and not later in the same function."""
    return any(
        _is_inside(call, fit) and not _is_before(call, fit, evidence.source)
        for fit in evidence.fits
    )


def _is_inside(call: Call, fit: Fit) -> bool:
    """Whether the trained network is one of the saved model's layers."""
    parts = call.model.layers if call.model else ()
    return any(is_inside_model(layer) and layer.name == fit.model.name for layer in parts)


def _is_before(call: Call, fit: Fit, source: Source) -> bool:
    """Lines tell the order of time within one function alone."""
    here = function_around(source, call.line) is function_around(source, fit.line)
    return here and call.line < fit.line


def _key(call: Call) -> str:
    return call.model.key if call.model else ""


def _is_untrained(call: Call) -> bool:
    return call.model is not None and not call.model.iterations


def _is_kept_otherwise(evidence: Evidence) -> bool:
    """First weights that are loaded again, and checkpoints during training, are as they should be."""
    reloads = evidence.calls_of("Model.load_weights")
    written = next(callbacks_of(evidence.fits, "ModelCheckpoint"), None)
    return bool(reloads or written) or any(evidence.source.calls(name) for name in _OTHER_WAYS)


def _is_started_from(evidence: Evidence, early: Call, fit: Fit) -> bool:
    """Whether another file is loaded, or what is loaded from this one is then trained.

    A loaded model that is asked without having been trained is the mistake itself.
    """
    path = early.arguments.get("filepath")
    loads = evidence.calls_of("load_model")
    elsewhere = any(load.arguments.get("filepath") != path for load in loads)
    trained_on = any(f.model.key not in (_key(early), fit.model.key) for f in evidence.fits)
    return elsewhere or (bool(loads) and trained_on)
