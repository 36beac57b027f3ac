"""Keras models as facts, described without running them."""

import warnings
from collections.abc import Sequence
from typing import Any

import keras
import tensorflow as tf

from etude.domain.observations import Layer, Model, TensorSpec
from etude.worker.compiled import describe_compiled, iterations_of
from etude.worker.graph import Graph, graph_of
from etude.worker.layer_config import plain_config
from etude.worker.shapes import shape_list

LINES = "_etude_lines"
_LAYER_LINE = "_etude_line"
_DEEPEST = 4  # models inside models inside models; deeper ones are counted, not looked into


def describe_model(model: Any, *, line: int = 0) -> Model:
    """Layers, shapes, sizes and how it was compiled."""
    graph = graph_of(model)
    lines = lines_of(model)
    with warnings.catch_warnings():  # Keras warns when it writes down a lambda
        warnings.simplefilter("ignore")
        layers = _layers(graph, depth=0)
    return Model(
        key=f"{id(model):x}",
        kind=_kind(model),
        name=str(model.name),
        line=line or lines.get("created", 0),
        layers=layers,
        inputs=[_spec(path, tensor) for path, tensor in graph.inputs],
        outputs=[_spec(path, tensor) for path, tensor in graph.outputs],
        parameters=_size(model.weights),
        trainable_parameters=_size(model.trainable_weights),
        compiled=describe_compiled(model, line=lines.get("compile", 0)),
        iterations=iterations_of(model),
    )


def lines_of(model: Any) -> dict[str, int]:
    """Where things were done to this model, as the recorders noted them."""
    found = model.__dict__.get(LINES)
    return found if isinstance(found, dict) else {}


def note_line(model: Any, what: str, line: int) -> None:
    """Remembers a line on the model without Keras tracking it."""
    model.__dict__.setdefault(LINES, {})[what] = line


def note_layer_line(layer: Any, line: int) -> None:
    """Remembers the line that made a layer."""
    layer.__dict__.setdefault(_LAYER_LINE, line)


def line_of_layer(layer: Any) -> int:
    """The line that made it, 0 when it was not the learner's code or was not watched."""
    line = getattr(layer, "__dict__", {}).get(_LAYER_LINE, 0)
    return line if isinstance(line, int) else 0


def _kind(model: Any) -> str:
    if isinstance(model, keras.Sequential):
        return "sequential"
    return "functional" if isinstance(model, keras.Function) else "subclassed"


def _layers(graph: Graph, *, depth: int) -> list[Layer]:
    return [_layer(layer, graph, depth=depth) for layer in graph.layers]


def _layer(layer: Any, graph: Graph, *, depth: int) -> Layer:
    inside = _inside(layer) if depth < _DEEPEST else None
    return Layer(
        name=str(layer.name),
        kind=type(layer).__name__,
        config=plain_config(layer),
        calls=graph.calls.get(id(layer), []),
        output_shape=_output_shape(layer, graph),
        parameters=_size(getattr(layer, "weights", ())),
        trainable=bool(getattr(layer, "trainable", True)),
        layers=_layers(inside, depth=depth + 1) if inside else [],
        outputs=[path for path, _ in inside.outputs] if inside else [],
        line=line_of_layer(layer),
    )


def _inside(layer: Any) -> Graph | None:
    """What a model or a wrapper such as TimeDistributed holds."""
    if isinstance(layer, keras.Model):
        return graph_of(layer)
    wrapped = getattr(layer, "forward_layer", None)  # of Bidirectional, which is no Wrapper
    if isinstance(layer, keras.layers.Wrapper):
        wrapped = layer.layer
    if isinstance(wrapped, keras.layers.Layer):
        return Graph(layers=[wrapped], outputs=[(str(wrapped.name), None)])
    return None


def _output_shape(layer: Any, graph: Graph) -> Any:
    shapes = graph.output_shapes.get(id(layer))
    if shapes is None:
        try:
            shapes = [tensor.shape for tensor in keras.tree.flatten(layer.output)]
        except Exception:  # not called yet, or only inside a subclassed model
            return None
    lists = [shape_list(shape) for shape in shapes]
    return lists[0] if len(lists) == 1 else lists


def _spec(path: str, tensor: Any) -> TensorSpec:
    return TensorSpec(
        path=path, dtype=tf.as_dtype(tensor.dtype).name, shape=shape_list(tensor.shape)
    )


def _size(weights: Sequence[Any]) -> int:
    return sum(_product(weight.shape) for weight in weights)


def _product(shape: Any) -> int:
    size = 1
    for length in shape:
        size *= int(length)
    return size
