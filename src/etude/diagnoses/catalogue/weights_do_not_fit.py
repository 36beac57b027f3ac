"""
A file of weights is loaded into a model with other layers, or with no weights yet.

## Why it hurts
`load_weights` fills the layers that are there; it does not build any. Another number of units, another input
size, a layer more or less, or a model that has no weights yet because it does not know its input: the numbers
in the file have no place to go.

## Example
    import keras

    small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    small.save_weights("small.weights.h5")

    large = keras.Sequential([keras.Input((4,)), keras.layers.Dense(5)])
    large.load_weights("small.weights.h5")

## Instead
    import keras

    small = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    small.save_weights("small.weights.h5")

    again = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    again.load_weights("small.weights.h5")
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Model

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "dev-3")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("weights_of_other_shape",)

_UNBUILT = "been built"
_MISFIT = ("could not be loaded", "must match", "mismatch", "expected", _UNBUILT)


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.load_weights"):
        if call.error.startswith("ValueError") and any(word in call.error for word in _MISFIT):
            path = str(call.arguments.get("filepath", ""))
            return Finding(
                line=call.line,
                evidence=f"{_misfit(call, path)}{_saved(evidence, path)}",
                change=_change(call),
                about=path,
            )
    return None


def _misfit(call: Call, path: str) -> str:
    if _UNBUILT in call.error and call.model is not None:
        return f"{call.model.name} has no weights yet that {path} could fill: it does not know the shape of its input"
    return f"{path} does not fit {_told(call.model)}"


def _change(call: Call) -> str:
    if _UNBUILT in call.error:
        return (
            "begin the model with keras.Input(shape), or call it on some data, before load_weights"
        )
    return (
        "build the model with the same layers and sizes as the one that was saved; or save the whole "
        "model with model.save and bring it back with keras.models.load_model"
    )


def _told(model: Model | None) -> str:
    if model is None:
        return "the model"
    sizes = [
        f"{layer.kind} {list(layer.output_shape or ())}"
        for layer in model.layers
        if layer.parameters
    ]
    return f"{model.name} ({model.parameters:,} parameters{': ' + ', '.join(sizes[:4]) if sizes else ''})"


def _saved(evidence: Evidence, path: str) -> str:
    """What was saved there, when this very program did it."""
    for call in evidence.calls_of("Model.save_weights"):
        if call.arguments.get("filepath") == path and call.model is not None:
            return f"; line {call.line} saved {_told(call.model)}"
    return ""
