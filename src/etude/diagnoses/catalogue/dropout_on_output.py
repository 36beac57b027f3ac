"""
Dropout comes after the last layer.

## Why it hurts
Dropout sets outputs to zero and multiplies the others. Between hidden layers the network can make up for that;
after the last one nothing can: in every training step some answers are zero whatever the weights say, and the
loss is that of the dropout rather than of the network.

## Example
    import keras

    model = keras.Sequential(
        [keras.Input((8,)), keras.layers.Dense(3, activation="softmax"), keras.layers.Dropout(0.3)]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential(
        [keras.Input((8,)), keras.layers.Dropout(0.3), keras.layers.Dense(3, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ACTIVATION_KINDS
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.WARNING
SKILLS = ("model-11", "model-8")
GUIDE = "Keras API: Dropout layer"
EXPLAINS = ("diverging_loss", "loss_oscillates", "stuck_at_majority", "trained_too_short")

_DROPOUTS = ("Dropout", "AlphaDropout", "GaussianDropout")
_ACTIVATIONS = {*ACTIVATION_KINDS, "Activation"}


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for output in model.outputs if model.compiled and model.compiled.losses else ():
            dropout = _last_dropout(model, output.path)
            before = _before_activation(model, dropout) if dropout is not None else None
            if dropout is not None and before is not None and before.kind == "Dense":
                return Finding(
                    line=layer_line(evidence.source, model, dropout),
                    evidence=f"Dropout({dropout.config.get('rate')}) stands between {told(before)}, which "
                    "gives the outputs, and the loss",
                    change=f"move it before {told(before)}",
                    about=model.name,
                )
    return None


def _last_dropout(model: Model, path: str) -> Layer | None:
    """The dropout that gives an output, or that only an activation comes after."""
    layer = find_layer(model.layers, path)
    if layer is not None and layer.kind in _ACTIVATIONS:
        layer = _fed_by(model, path)
    return layer if layer is not None and layer.kind in _DROPOUTS else None


def _before_activation(model: Model, dropout: Layer) -> Layer | None:
    """What a dropout is fed by, an activation of its own passed over."""
    before = _fed_by(model, dropout.name)
    if before is not None and before.kind in _ACTIVATIONS:
        return _fed_by(model, before.name)
    return before


def _fed_by(model: Model, path: str) -> Layer | None:
    sources = fed_by(model.layers, path)
    return find_layer(model.layers, sources[0]) if len(sources) == 1 else None
