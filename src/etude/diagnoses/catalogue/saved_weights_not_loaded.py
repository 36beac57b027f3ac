"""
Weights were saved, and then a new model was asked without loading them.

## Why it hurts
Building a model gives it random weights; the file on disk changes nothing until `load_weights` reads it. The new
model has the right layers and answers everything, and its score is that of guessing.

## Example
    import keras
    import numpy as np


    def build():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        return model


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    trained = build()
    trained.fit(inputs, 2 * inputs, epochs=2, verbose=0)
    trained.save_weights("doubling.weights.h5")

    fresh = build()
    print(fresh.evaluate(inputs, 2 * inputs, verbose=0))

## Instead
    import keras
    import numpy as np


    def build():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        return model


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    trained = build()
    trained.fit(inputs, 2 * inputs, epochs=2, verbose=0)
    trained.save_weights("doubling.weights.h5")

    fresh = build()
    fresh.load_weights("doubling.weights.h5")
    print(fresh.evaluate(inputs, 2 * inputs, verbose=0))
"""

from etude.diagnoses.callbacks import callbacks_of
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-1", "deploy-2", "train-8")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ()

_LOADS = (
    *("load_weights", "load_model", "set_weights", "restore", "read", "clone_model", "assign"),
    *("deepcopy", "TFSMLayer", "load"),
)
_ASKS = ("Model.evaluate", "Model.predict")


def match(evidence: Evidence) -> Finding | None:
    weights, whole = _written(evidence), _whole(evidence)
    written, line = weights or whole or ("", 0)
    if not written or any(evidence.source.calls(name) for name in _LOADS):
        return None
    trained = {fit.model.key: fit.model.parameters for fit in evidence.fits if fit.epochs}
    for call in evidence.calls:
        model = call.model
        if call.name not in _ASKS or model is None or model.key in trained or model.iterations:
            continue
        under_its_name = weights or _receiver(evidence, call.line) in _receivers(evidence)
        if (
            under_its_name
            and model.parameters in trained.values()
            and _comes_after(evidence, call.line)
        ):
            return Finding(
                line=call.line,
                evidence=f"{call.name.removeprefix('Model.')} in line {call.line} asks {model.name}, which was "
                f"never trained; the weights that line {line} wrote to {written} were not loaded into it",
                change=f'{model.name}.load_weights("{written}") before it'
                if weights
                else f'keras.models.load_model("{written}") in the place of the new model',
                about=model.name,
            )
    return None


def _written(evidence: Evidence) -> tuple[str, int] | None:
    """A file of weights that the program wrote, and where."""
    for call in evidence.calls_of("Model.save_weights"):
        if not call.error and call.model is not None and call.model.iterations:
            return str(call.arguments.get("filepath", "")), call.line
    for _, callback in callbacks_of(evidence.fits, "ModelCheckpoint"):
        if callback.options.get("save_weights_only"):
            return str(callback.options.get("filepath", "")), callback.line
    return None


def _whole(evidence: Evidence) -> tuple[str, int] | None:
    """A file of a whole model that was trained, and where it was written."""
    for call in evidence.calls_of("Model.save"):
        if not call.error and call.model is not None and call.model.iterations:
            return str(call.arguments.get("filepath", "")), call.line
    return None


def _receivers(evidence: Evidence) -> set[str]:
    """By which names the models were trained."""
    return {_receiver(evidence, fit.line) for fit in evidence.fits} - {""}


def _receiver(evidence: Evidence, line: int) -> str:
    """``model`` of ``model.predict(x)`` on this line."""
    calls = (call_at(evidence.source, line, name) for name in ("fit", "evaluate", "predict"))
    call = next(filter(None, calls), None)
    return dotted_name(call.func).rpartition(".")[0] if call is not None else ""


def _comes_after(evidence: Evidence, line: int) -> bool:
    """A first look at an untrained model, to compare with later, comes before its training."""
    return all(fit.line < line for fit in evidence.fits)
