"""Which layer of a model is called on which, read from the model itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import keras


@dataclass(frozen=True, slots=True)
class Graph:
    """Layers and operations in order, and how they are connected.

    Attributes:
      calls: id of a layer -> for each of its calls in this model, the paths it is called on.
      output_shapes: id of a layer -> shapes of what its first call in this model gives.
      inputs, outputs: pairs of path and symbolic tensor; a path is a layer's name, with ":1" for
        its second call and so on.
    """

    layers: Sequence[Any]
    calls: Mapping[int, list[list[str]]] = field(default_factory=dict)
    output_shapes: Mapping[int, list[Any]] = field(default_factory=dict)
    inputs: Sequence[tuple[str, Any]] = ()
    outputs: Sequence[tuple[str, Any]] = ()


def graph_of(model: Any) -> Graph:
    """The graph of a functional model, the chain of a Sequential, the bare layers of any other."""
    if isinstance(model, keras.Sequential):
        return _chain(model)
    if isinstance(model, keras.Function):
        return _functional(model)
    return Graph(layers=_layers(model))


def _layers(model: Any) -> list[Any]:
    try:
        return list(model.layers)
    except Exception:  # a subclass may use the name for something of its own
        return []


def _chain(model: Any) -> Graph:
    layers = _layers(model)
    names = [str(layer.name) for layer in layers]
    try:
        inputs = [(str(tensor.name), tensor) for tensor in model.inputs]
        outputs = [(names[-1], tensor) for tensor in model.outputs]
    except (AttributeError, ValueError, IndexError):  # it has not seen its input's shape yet
        inputs, outputs = [], []
    before = [[path for path, _ in inputs], *([name] for name in names)]
    return Graph(
        layers=layers,
        calls={id(layer): [fed_by] for layer, fed_by in zip(layers, before, strict=False)},
        inputs=inputs,
        outputs=outputs,
    )


def _functional(model: Any) -> Graph:
    """Keras keeps the history of symbolic tensors in attributes that it calls private, under the
    same names in every 3.x; a test runs this on each supported version.
    """
    nodes = list(_nodes(model))
    paths = _paths(nodes)
    calls: dict[int, list[list[str]]] = {}
    shapes: dict[int, list[Any]] = {}
    for node in sorted(nodes, key=lambda node: _index(node)):
        operation = node.operation
        shapes.setdefault(id(operation), [tensor.shape for tensor in node.outputs])
        if node.input_tensors:
            fed_by = [paths[id(_node_of(tensor))] for tensor in node.input_tensors]
            calls.setdefault(id(operation), []).append(fed_by)
    return Graph(
        layers=list(model.operations),
        calls=calls,
        output_shapes=shapes,
        inputs=[(paths[id(_node_of(tensor))], tensor) for tensor in model.inputs],
        outputs=[(paths[id(_node_of(tensor))], tensor) for tensor in model.outputs],
    )


def _nodes(model: Any) -> Iterator[Any]:
    """Every call between the model's inputs and outputs, each once."""
    seen: set[int] = set()
    ends = {id(_node_of(tensor)) for tensor in model.inputs}
    waiting = [_node_of(tensor) for tensor in [*model.inputs, *model.outputs]]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if id(node) not in ends:
            waiting.extend(_node_of(tensor) for tensor in node.input_tensors)


def _node_of(tensor: Any) -> Any:
    """The call that gave this symbolic tensor."""
    operation, index, _ = tensor._keras_history
    return operation._inbound_nodes[index]


def _index(node: Any) -> int:
    nodes: list[Any] = node.operation._inbound_nodes
    return next(i for i, one in enumerate(nodes) if one is node)


def _paths(nodes: Sequence[Any]) -> dict[int, str]:
    """Name of the layer for its first call in this model, "name:1" for its second."""
    paths: dict[int, str] = {}
    count: dict[int, int] = {}
    for node in sorted(nodes, key=_index):
        number = count.get(id(node.operation), 0)
        count[id(node.operation)] = number + 1
        name = str(node.operation.name)
        paths[id(node)] = f"{name}:{number}" if number else name
    return paths
