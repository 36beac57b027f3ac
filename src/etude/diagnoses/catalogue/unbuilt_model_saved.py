"""
A model is saved, or its weights are read, before it has any weights.

## Why it hurts
A Sequential model without `Input` does not know the size of its first layer until it has seen data, so it has no
weights yet. `save` writes a file without them and only warns; `save_weights` and `load_weights` stop.

## Example
    import keras

    model = keras.Sequential([keras.layers.Dense(3)])
    model.save("model.keras")

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
    model.save("model.keras")
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Call, Model

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "model-7")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("saved_before_training", "optimizer_saved_with_model")

_SAVES = ("Model.save", "Model.save_weights", "Model.load_weights")
_HAVE_WEIGHTS = {
    *("Dense", "Conv1D", "Conv2D", "Conv3D", "DepthwiseConv2D", "SeparableConv2D", "Embedding"),
    *("LSTM", "GRU", "SimpleRNN", "BatchNormalization", "Bidirectional", "EinsumDense"),
}


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls:
        if call.name not in _SAVES or call.model is None or not _is_unbuilt(call.model):
            continue
        if _refused_for_that(call) or (call.name == "Model.save" and not call.error):
            method = call.name.removeprefix("Model.")
            return Finding(
                line=call.line,
                evidence=f"the model has {len(call.model.layers)} layers and no weights yet when "
                f"{method} is called in line {call.line}",
                change="begin it with keras.Input(shape), or call it once on a batch of data before",
                about=call.model.name,
            )
    return None


def _is_unbuilt(model: Model) -> bool:
    """No weights, though a layer has some once it is built."""
    wants = any(layer.kind in _HAVE_WEIGHTS for layer in all_layers(model))
    return wants and model.parameters == 0


def _refused_for_that(call: Call) -> bool:
    return "not yet been built" in call.error
