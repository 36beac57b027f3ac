"""
Masking is given rows without steps, and masks no single value.

## Why it hurts
`Masking` skips steps of a sequence: of (batch, steps, features) those in which every feature has the mask value. A plain row is one
step to it, so the zeros in it stay what they are, and only a row of nothing but zeros is masked. Besides, a mask acts in layers
that ask for one, such as recurrent ones and attention: `Dense` and the softmax of `Activation` count what is masked like the rest.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((6,)),
        keras.layers.Masking(mask_value=0.0),
        keras.layers.Activation("softmax"),
    ])

## Instead
    import keras

    scores = keras.Input((6,))
    known = keras.ops.not_equal(scores, 0.0)
    model = keras.Model(scores, keras.layers.Softmax()(scores, mask=known))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("text-4", "model-7", "dev-3")
GUIDE = "Keras guide: Understanding masking & padding"
EXPLAINS = ()

_ROWS = 2


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layer in all_layers(model):
            if layer.kind == "Masking" and len(layer.output_shape or ()) == _ROWS:
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"Masking is given {tuple(layer.output_shape or ())}: each row is one step to it, and is masked as a whole "
                    f"where all of it is {layer.config.get('mask_value', 0.0)}",
                    change=_change(model, layer),
                )
    return None


def _change(model: Model, layer: Layer) -> str:
    value = layer.config.get("mask_value", 0.0)
    known = f"keras.ops.not_equal(x, {value})"
    softmax = any(
        one.kind == "Softmax" or one.config.get("activation") == "softmax"
        for one in all_layers(model)
        if one.kind in ("Softmax", "Activation")
    )
    if softmax:
        return f"hand the softmax its mask: keras.layers.Softmax()(x, mask={known})"
    return (
        "give it (batch, steps, features) if these are sequences; else leave it out, and give the network a second input that tells "
        f"which values are there, {known}"
    )
