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
import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import tape_bodies
from etude.diagnoses.names import function_of, given, root, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at, class_around, layer_line
from etude.diagnoses.slopes import NO_SLOPE, Cut, cuts_in, line_of, stops_in, written
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import kept_layer, methods_of, own_attribute
from etude.domain.finding import Finding, Severity
from etude.domain.network import ancestors, find_layer
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-4", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ("some_weights_get_no_gradient", "trained_too_short", "stuck_at_majority")

_LAMBDA = "Lambda"
_CHANGE = (
    "hand on the numbers that it chooses from, such as the probabilities themselves; choose from what a trained "
    "model answers"
)


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
                    change=_CHANGE,
                )
    return _in_own_code(evidence)


def _is_told(evidence: Evidence) -> bool:
    return bool(_complaints(evidence))


def _complaints(evidence: Evidence) -> list[str]:
    """What Keras has said of weights that no gradient reaches."""
    said = [one.message for one in evidence.warnings] + [one.message for one in evidence.errors]
    return [one for one in said if any(words in one.lower() for words in _NO_GRADIENT)]


def _in_own_code(evidence: Evidence) -> Finding | None:
    """What stands between named weights and the result, in a ``call`` or under a tape."""
    told = {part for one in _complaints(evidence) for part in re.findall(r"[\w.]+(?=/)", one)}
    for cut, layers in _stops_behind_layers(evidence):
        lost = list(dict.fromkeys(layers))
        if lost and told.issuperset(lost):
            return Finding(
                line=line_of(cut),
                evidence=f"{', '.join(lost)} {'lead' if len(lost) > 1 else 'leads'} to the result through "
                f"`{written(cut)}` in line {line_of(cut)}, which has no gradient, and no gradient reaches "
                f"{'them' if len(lost) > 1 else 'it'}",
                change=_CHANGE,
            )
    return None


def _stops_behind_layers(evidence: Evidence) -> Iterator[tuple[Cut, list[str]]]:
    """Each stop on the way to a result, with the names of the layers or models it comes from."""
    source = evidence.source
    for model in evidence.models:
        definition = class_around(source, model.line) if model.kind == "subclassed" else None
        call = methods_of(definition).get("call") if definition is not None else None
        returned = [n.value for n in ast.walk(call) if isinstance(n, ast.Return)] if call else []
        for cut, calls in _stops(source, call, returned):
            kept = [
                kept_layer(definition, own_attribute(one), model, source)
                for one in calls
                if definition is not None and own_attribute(one)
            ]
            yield cut, [layer.name for layer in kept if layer is not None]
    for body in tape_bodies(source):
        asked = [call for call in source.calls("gradient") if root(call.func) in _tapes(body)]
        for cut, calls in _stops(source, body, [given(call, "target", 0) for call in asked]):
            yield cut, [name for one in calls for name in _models_called(evidence, one)]


def _stops(
    source: Source, body: ast.AST | None, results: Sequence[ast.expr | None]
) -> Iterator[tuple[Cut, list[ast.Call]]]:
    """Each stop in a body that a result is made of, with the calls before it."""
    behind = {
        id(node)
        for result in results
        if result is not None
        for node in origins(source, result, before=result.lineno)
    }
    for cut in stops_in(body) if body is not None else ():
        if id(cut) in behind:
            inside = origins(source, cut, before=cut.lineno)
            yield cut, [node for node in inside if isinstance(node, ast.Call) and node is not cut]


def _tapes(body: ast.With) -> set[str]:
    return {dotted_name(item.optional_vars) for item in body.items if item.optional_vars}


def _models_called(evidence: Evidence, call: ast.Call) -> list[str]:
    """The name of the model that a variable holds which is called."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    made = value_of(evidence.source, name, before=call.lineno) if name else None
    if made is None:
        return []
    end = made.end_lineno or made.lineno
    return [model.name for model in evidence.models if made.lineno <= model.line <= end]


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
    named = (k.value for k in made.keywords if k.arg == "function")
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
