"""Questions about the graph of a described model."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etude.domain.observations import Layer, Model

# Layers that hand on numbers in the size in which they came.
_KEEP_SIZE = {
    *("InputLayer", "Identity", "GetItem", "Dropout", "Flatten", "Reshape", "Permute", "Masking"),
    *("MaxPooling1D", "AveragePooling1D", "Concatenate", "ExpandDims", "Squeeze", "Cast"),
}
_WITH_WEIGHTS = {"Dense", "Conv1D", "Conv2D", "LSTM", "GRU", "SimpleRNN", "Bidirectional"}


def find_layer(layers: Sequence[Layer], path: str) -> Layer | None:
    """The layer behind a path: its name, or "name:1" for its second call."""
    by_name = {layer.name: layer for layer in layers}
    return by_name.get(path) or by_name.get(path.rpartition(":")[0])


def fed_by(layers: Sequence[Layer], path: str) -> Sequence[str]:
    """The paths that this call of a layer is fed by; empty for an input."""
    layer = find_layer(layers, path)
    if layer is None:
        return ()
    call = 0 if path == layer.name else int(path.rpartition(":")[2])
    return layer.calls[call] if call < len(layer.calls) else ()


def ancestors(layers: Sequence[Layer], path: str) -> set[str]:
    """Every path that this one depends on, itself included."""
    found: set[str] = set()
    waiting = [path]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(fed_by(layers, one))
    return found


def consumers(layers: Sequence[Layer]) -> Mapping[str, Sequence[Layer]]:
    """Path -> the layers that are called on it."""
    found: dict[str, list[Layer]] = {}
    for layer in layers:
        for path in {path for call in layer.calls for path in call}:
            found.setdefault(path, []).append(layer)
    return found


def all_layers(model: Model) -> Iterator[Layer]:
    """Every layer, those inside models and wrappers included."""
    waiting = list(model.layers)
    while waiting:
        layer = waiting.pop(0)
        yield layer
        waiting = [*layer.layers, *waiting]


def meets_inputs_as_given(model: Model) -> bool:
    """Whether the first weights meet the very numbers that ``fit`` was given; False when in doubt.

    A normalisation anywhere in front of them, or an embedding, takes numbers of any size.
    """
    if model.kind == "subclassed":
        return False
    changing = (one for one in all_layers(model) if one.kind not in _KEEP_SIZE)
    return next((one.kind for one in changing if not is_inside_model(one)), "") in _WITH_WEIGHTS


def is_inside_model(layer: Layer) -> bool:
    """Whether it is itself a model: what it does, its own layers do."""
    return bool(layer.layers) and layer.kind in ("Functional", "Sequential")


@dataclass(frozen=True, slots=True)
class Merge:
    """A call of a layer on tensors that come from different inputs."""

    layer: Layer
    paths: Sequence[str]


def merges(model: Model) -> list[Merge]:
    """Where the paths of different inputs meet, from input to output."""
    inputs = {tensor.path for tensor in model.inputs}
    found = []
    for layer in model.layers:
        for call in layer.calls:
            sources = {frozenset(ancestors(model.layers, path) & inputs) for path in call}
            if len(sources) > 1:
                found.append(Merge(layer, call))
    return found


def weighted_before(model: Model, path: str) -> list[Layer]:
    """Layers with weights that this path depends on, in the order of the model."""
    passed = [find_layer(model.layers, one) for one in ancestors(model.layers, path)]
    names = {layer.name for layer in passed if layer is not None and layer.parameters}
    return [layer for layer in model.layers if layer.name in names]
