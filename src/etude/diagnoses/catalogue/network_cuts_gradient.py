"""
Layers lie behind an argmax or a rounding inside the network, through which no gradient comes back to them.

## Why it hurts
`argmax`, `round`, `sign` and casts to integers jump from one value to the next and have no slope between. The layers
whose results go on only through them are never trained; Keras warns and goes on with the random numbers that they began with.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 4)).astype("float32")
    targets = inputs.sum(axis=1)

    start = keras.Input((4,))
    kinds = keras.layers.Dense(5, activation="softmax")(start)
    chosen = keras.layers.Lambda(lambda one: keras.ops.argmax(one, axis=-1))(kinds)
    end = keras.layers.Dense(1)(keras.layers.Embedding(5, 3)(chosen))
    model = keras.Model(start, end)
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 4)).astype("float32")
    targets = inputs.sum(axis=1)

    start = keras.Input((4,))
    kinds = keras.layers.Dense(5, activation="relu")(start)
    end = keras.layers.Dense(1)(keras.layers.Dense(3, use_bias=False)(kinds))
    model = keras.Model(start, end)
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.slopes import NO_SLOPE, cuts_in, written
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.network import ancestors, find_layer
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-4", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ("some_weights_get_no_gradient", "trained_too_short", "stuck_at_majority")

_LAMBDA = "Lambda"


# Keras's own words. Without them a way around may have been found, as by a straight-through estimator.
_NO_GRADIENT = ("gradients do not exist for variables", "no gradients provided for any variable")


def match(evidence: Evidence) -> Finding | None:
    if not _is_told(evidence):
        return None
    for fit in evidence.fits:
        for layer in fit.model.layers:
            cut = _cut(evidence.source, fit.model, layer)
            lost = _behind(fit, layer) if cut else []
            if lost:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    about=layer.name,
                    evidence=f"{', '.join(one.name for one in lost)} {'lead' if len(lost) > 1 else 'leads'} to the "
                    f"output only through {cut}, which has no gradient",
                    change="hand on the numbers that it chooses from, such as the probabilities themselves; choose "
                    "from what a trained model answers",
                )
    return None


def _is_told(evidence: Evidence) -> bool:
    """Whether Keras has said of any weights that no gradient reaches them."""
    said = [one.message for one in evidence.warnings] + [one.message for one in evidence.errors]
    return any(words in message.lower() for words in _NO_GRADIENT for message in said)


def _cut(source: Source, model: Model, layer: Layer) -> str:
    """What in this layer has no slope; "" when nothing has."""
    if layer.kind.lower() in NO_SLOPE:
        return layer.kind.lower()
    if layer.kind != _LAMBDA:
        return ""
    made = call_at(source, layer_line(source, model, layer), _LAMBDA)
    body = function_of(source, _function(made)) if made else None
    return next((written(cut) for cut in cuts_in(body)), "") if body else ""


def _function(made: ast.Call) -> ast.expr | None:
    named = (given.value for given in made.keywords if given.arg == "function")
    return next(named, made.args[0] if made.args else None)


def _behind(fit: Fit, cut: Layer) -> Sequence[Layer]:
    """The layers that would learn and whose results come to an output through this one alone."""
    layers = fit.model.layers
    ends = [end.path for end in fit.model.outputs]
    if cut.name in ends:  # an answer that is read, not a step on the way
        return []
    without = [one for one in layers if one.name != cut.name]
    around = {path for end in ends for path in ancestors(without, end)}
    behind = [find_layer(layers, path) for path in ancestors(layers, cut.name)]
    names = {one.name for one in behind if one and one.parameters and one.trainable}
    kept = {found.name for path in around if (found := find_layer(without, path))}
    return [one for one in layers if one.name in names - kept]
