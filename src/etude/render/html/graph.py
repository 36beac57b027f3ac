"""A model as boxes and links: branches, merges, and layers that are called more than once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.network import is_inside_model
from etude.domain.observations import Layer, Model
from etude.domain.wording import counted
from etude.render.html.layering import Bend, Layout, Spot, layered

# Beyond this a drawing is longer than anybody scrolls; the table of layers still has all.
_MOST_NODES = 150
_WIDTH, _HEIGHT = 172, 46
_BESIDE, _BELOW = 16, 28
_EDGE = 6
_LONGEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One call of a layer.

    Attributes:
      x, y: of its upper left corner; kind: class of the layer, and what is known of its output.
      look: "input", "output", "merge", "model" or ""; shared: "call 2 of 2" of a shared layer.
    """

    x: float
    y: float
    name: str
    detail: str
    title: str
    look: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Attributes: paths: of the links in SVG's own notation; described: for who does not see it."""

    name: str
    boxes: Sequence[Box]
    paths: Sequence[str]
    width: float
    height: float
    branching: bool
    described: str
    box_width: int = _WIDTH
    box_height: int = _HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A call of a layer; number counts the layer's calls from 0."""

    path: str
    layer: Layer
    number: int
    fed_by: Sequence[str]


def graphs(model: Model) -> list[Graph]:
    """The model, then each model inside it that branches; none whose links are not known."""
    outer = _graph(model.name or model.kind, model.layers, {one.path for one in model.outputs})
    inner = [
        graph
        for layer in _models_inside(model.layers)
        if (graph := _graph(layer.name, layer.layers, set(layer.outputs))) and graph.branching
    ]
    return [graph for graph in (outer, *inner) if graph is not None]


def _models_inside(layers: Sequence[Layer]) -> Iterator[Layer]:
    for layer in layers:
        if is_inside_model(layer):
            yield layer
            yield from _models_inside(layer.layers)


def _graph(name: str, layers: Sequence[Layer], outputs: set[str]) -> Graph | None:
    nodes = list(_nodes(layers))
    linked = sum(bool(node.fed_by) for node in nodes)
    if not 2 <= len(nodes) <= _MOST_NODES or not linked:
        return None
    layout = layered({node.path: node.fed_by for node in nodes})
    branching = any(len(node.fed_by) > 1 or node.number for node in nodes) or _splits(nodes)
    return Graph(
        name=name,
        boxes=[_box(node, layout.spots[node.path], outputs) for node in nodes],
        paths=[_path(bend) for bend in layout.bends],
        width=_EDGE * 2 + layout.width * (_WIDTH + _BESIDE) - _BESIDE,
        height=_EDGE * 2 + layout.rows * (_HEIGHT + _BELOW) - _BELOW,
        branching=branching,
        described=_described(name, nodes, layout),
    )


def _nodes(layers: Sequence[Layer]) -> Iterator[_Node]:
    for layer in layers:
        for number, fed_by in enumerate(layer.calls or ((),)):
            path = layer.name if not number else f"{layer.name}:{number}"
            yield _Node(path=path, layer=layer, number=number, fed_by=fed_by)


def _splits(nodes: Sequence[_Node]) -> bool:
    fed = [path for node in nodes for path in set(node.fed_by)]
    return len(fed) > len(set(fed))


def _box(node: _Node, spot: Spot, outputs: set[str]) -> Box:
    layer = node.layer
    sizes = sizes_text(layer.output_shape)
    calls = len(layer.calls)
    shared = f"shared, call {node.number + 1} of {calls}" if calls > 1 else ""
    parts = [
        f"{layer.name}: {layer.kind}",
        f"output {sizes}" if sizes else "",
        counted(layer.parameters, "parameter") if layer.parameters else "",
        "" if layer.trainable or not layer.parameters else "frozen",
        shared,
        f"fed by {', '.join(node.fed_by)}" if node.fed_by else "",
    ]
    return Box(
        x=_x(spot) - _WIDTH / 2,
        y=_y(spot),
        name=_cut(layer.name),
        detail=_cut(f"{layer.kind} {sizes}" if sizes else layer.kind),
        title="; ".join(filter(None, parts)),
        look=_look(node, outputs),
        shared=shared,
    )


def _look(node: _Node, outputs: set[str]) -> str:
    if node.path in outputs:
        return "output"
    if not node.fed_by:
        return "input"
    if len(node.fed_by) > 1:
        return "merge"
    return "model" if is_inside_model(node.layer) else ""


def sizes_text(shape: Any) -> str:
    """ "26×26×16": a shape without its batch axis; "" when it is not known or there are several."""
    if not isinstance(shape, list | tuple) or any(isinstance(one, list | tuple) for one in shape):
        return ""
    return "×".join("?" if size is None else str(size) for size in shape[1:])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _x(spot: Spot) -> float:
    return _EDGE - _BESIDE / 2 + spot.x * (_WIDTH + _BESIDE)


def _y(spot: Spot) -> float:
    return _EDGE + spot.row * (_HEIGHT + _BELOW)


def _path(bend: Bend) -> str:
    """From the lower edge of one box to the upper edge of the other, soft where it bends."""
    first, *rest = bend.through
    x, y = _x(first), _y(first) + _HEIGHT
    pieces = [f"M{x:.1f} {y:.1f}"]
    for number, spot in enumerate(rest, start=2):
        last = number == len(bend.through)
        to_x, to_y = _x(spot), _y(spot) - (1 if last else 0)
        middle = (y + to_y) / 2
        pieces.append(f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}")
        x, y = to_x, to_y
        if not last:
            y = to_y + _HEIGHT
            pieces.append(f"V{y:.1f}")
    return "".join(pieces)


def _described(name: str, nodes: Sequence[_Node], layout: Layout) -> str:
    shared = {node.layer.name for node in nodes if node.number}
    merges = [node.path for node in nodes if len(node.fed_by) > 1]
    parts = [
        f"{name} as a graph: {counted(len(nodes), 'box', 'boxes')} in {layout.rows} rows",
        f"{', '.join(sorted(shared))} used more than once" if shared else "",
        f"branches meet in {', '.join(merges)}" if merges else "",
        "the table of layers says the same",
    ]
    return "; ".join(filter(None, parts))
