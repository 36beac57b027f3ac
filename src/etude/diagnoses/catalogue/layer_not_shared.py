"""
Each input has an encoder of its own where one was meant for both.

## Why it hurts
Two encoders of the same make-up start from different weights and learn apart, so the same input gets a
different encoding on each side. Comparing two encodings makes sense only when one encoder made both; two of
them need twice the memory and more data, and still disagree.

## Example
    import keras

    def build_encoder():
        return keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(4)])

    first, second = keras.Input((6,)), keras.Input((6,))
    distance = keras.ops.abs(build_encoder()(first) - build_encoder()(second))
    model = keras.Model([first, second], keras.layers.Dense(1, activation="sigmoid")(distance))

## Instead
    import keras

    def build_encoder():
        return keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(4)])

    first, second = keras.Input((6,)), keras.Input((6,))
    encoder = build_encoder()
    distance = keras.ops.abs(encoder(first) - encoder(second))
    model = keras.Model([first, second], keras.layers.Dense(1, activation="sigmoid")(distance))
"""

import ast
from collections.abc import Iterator, Sequence

from etude import decoding
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at, function_around
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.network import Merge, consumers, merges, weighted_before
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-3",)
GUIDE = "TensorFlow guide: the functional API"

# A difference whose sign is taken away is a distance between two encodings of the same kind.
# Other ways to merge also join inputs that mean different things, such as users and films.
_DIFFERENCE = "Subtract"
_UNSIGNED = ("Absolute", "Abs", "Square", "Norm")
_PRODUCTS = ("Multiply", "Dot")
# The same, as functions of a Lambda or of a layer of one's own.
_UNSIGNED_CALLS = ("abs", "absolute", "square", "norm", "pow", "squared_difference")
_OF_NO_MATTER = ("name", "seed", "batch_shape", "build_config")

Twins = tuple[Sequence[Layer], Sequence[Layer]]


def match(evidence: Evidence) -> Finding | None:
    for model, merge in _comparisons(evidence):
        twins = _twins(model, merge)
        if twins is not None:
            first, second = twins
            weights = sum(layer.parameters for layer in first)
            return Finding(
                line=_line(evidence.source, first[0], second[0]),
                evidence=(
                    f"{_names(first)} and {_names(second)} have the same make-up, "
                    f"{weights:,} weights each, and each is used for one input only"
                ),
                change="make the layers once, keep them in a variable, and call them on both inputs",
            )
    return _made_again(evidence)


def _made_again(evidence: Evidence) -> Finding | None:
    """A check asked for a chain of models, and the whole has weights of its own."""
    for told in evidence.told("unshared"):
        if told["parts"]:
            parts = " and ".join(told["parts"])
            return Finding(
                line=told["line"],
                evidence=f"the weights of {parts} are not those of {told['whole']}, which has its own",
                change="make the parts once, and call them on each other's output to get the whole",
            )
    return None


def _comparisons(evidence: Evidence) -> Iterator[tuple[Model, Merge]]:
    """Where two inputs meet that should have been encoded alike."""
    for model in _asked(evidence):
        yield from ((model, merge) for merge in merges(model)[:1])
    for model in evidence.models:
        for merge in merges(model)[:1]:
            is_distance = (
                _is_unsigned(model, merge)
                if merge.layer.kind == _DIFFERENCE
                else _computes_distance(evidence.source, merge.layer)
            )
            if is_distance and _alike(model):
                yield model, merge


def _asked(evidence: Evidence) -> Iterator[Model]:
    """Models of which an exercise asks for a shared encoder, and which failed that check."""
    for name, facts in evidence.facts.items():
        if "encodings_agree" in facts and evidence.failed(name):
            yield decoding.convert(facts["model"], Model, strict=False)


def _is_unsigned(model: Model, merge: Merge) -> bool:
    path = merge.layer.name
    users = consumers(model.layers).get(path, ())
    return any(layer.kind in _UNSIGNED or _squares(layer, path) for layer in users)


def _computes_distance(source: Source, layer: Layer) -> bool:
    """Whether the function of a Lambda, or the ``call`` of a layer of one's own, is a distance."""
    nodes = [node for part in _code_of(source, layer) for node in ast.walk(part)]
    called = {last_name(n.func) for n in nodes if isinstance(n, ast.Call)}
    operators = {type(node.op) for node in nodes if isinstance(node, ast.BinOp)}
    subtracts = ast.Sub in operators or bool(called & {"subtract", "squared_difference"})
    return subtracts and (ast.Pow in operators or bool(called & set(_UNSIGNED_CALLS)))


def _code_of(source: Source, layer: Layer) -> Iterator[ast.AST]:
    if layer.kind == "Lambda":
        made = call_at(source, layer.line, "Lambda")
        given = made.args[0] if made is not None and made.args else None
        if isinstance(given, ast.Lambda):
            yield given.body
        yield from (f for f in source.functions() if f.name == dotted_name(given or ast.Pass()))
        return
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and node.name == layer.kind:
            yield from (n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "call")


def _squares(layer: Layer, path: str) -> bool:
    """``d * d`` and ``Multiply()([d, d])``."""
    return layer.kind in _PRODUCTS and any(list(call) == [path, path] for call in layer.calls)


def _alike(model: Model) -> bool:
    shapes = [(tensor.dtype, list(tensor.shape or ())) for tensor in model.inputs]
    return len(shapes) == 2 and shapes[0] == shapes[1]


def _twins(model: Model, merge: Merge) -> Twins | None:
    """Layers of the first and of the second path that are alike, but not the same."""
    if len(merge.paths) != 2:
        return None
    first, second = (weighted_before(model, path) for path in merge.paths)
    common = {layer.name for layer in first} & {layer.name for layer in second}
    own, other = ([one for one in path if one.name not in common] for path in (first, second))
    if not own or list(map(_make_up, own)) != list(map(_make_up, other)):
        return None
    return own, other


def _make_up(layer: Layer) -> object:
    config = {key: value for key, value in layer.config.items() if key not in _OF_NO_MATTER}
    return layer.kind, layer.parameters, config, [_make_up(inner) for inner in layer.layers]


def _names(layers: Sequence[Layer]) -> str:
    return ", ".join(layer.name for layer in layers)


def _line(source: Source, first: Layer, second: Layer) -> int:
    """Where the second encoder is made, or where the function that makes it is called again."""
    if first.line != second.line:
        return second.line
    maker = function_around(source, first.line)
    calls = source.calls(maker.name) if maker else []
    return call_line(calls[1] if len(calls) > 1 else calls[0]) if calls else second.line
