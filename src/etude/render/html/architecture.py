"""A model as a graph, as a table of layers, and in a few sentences."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.network import merges
from etude.domain.observations import Compiled, Layer, Loss, Model
from etude.domain.wording import counted, listed
from etude.render.html.graph import Graph, graphs
from etude.render.numbers import figure

#: How a line is told: "line 8", or with its file where there are several.
Where = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerLine:
    """One layer; ``depth`` counts the models around it, ``share`` its part of all parameters.

    ``where`` is its line in the program, as people are told it; "" if that is not known.
    """

    name: str
    kind: str
    depth: int
    shape: str
    parameters: int
    share: float
    fed_by: str
    where: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Attributes: facts: short sentences; branching: whether the table says what feeds a layer."""

    name: str
    where: str
    facts: Sequence[str]
    layers: Sequence[LayerLine]
    parameters: int
    branching: bool
    graphs: Sequence[Graph] = ()


def architecture(model: Model, where: Where) -> Architecture:
    """Layers inside others follow the one they are in."""
    return Architecture(
        name=model.name or model.kind,
        where=where(model.line),
        facts=[*_size(model), *_branches(model), *_compiled(model.compiled)],
        layers=list(_lines(model.layers, model.parameters, where)),
        parameters=model.parameters,
        branching=_branching(model),
        graphs=graphs(model),
    )


def shape_text(shape: Any) -> str:
    """ "(None, 28, 28)"; of several outputs, each."""
    if not isinstance(shape, list | tuple):
        return ""
    if any(isinstance(one, list | tuple) for one in shape):
        return ", ".join(shape_text(one) for one in shape)
    inside = ", ".join(str(size) for size in shape)
    return f"({inside},)" if len(shape) == 1 else f"({inside})"


def _lines(
    layers: Sequence[Layer], total: int, where: Where, depth: int = 0
) -> Iterator[LayerLine]:
    for layer in layers:
        yield LayerLine(
            name=layer.name,
            kind=layer.kind,
            depth=depth,
            shape=shape_text(layer.output_shape),
            parameters=layer.parameters,
            share=layer.parameters / total if total else 0.0,
            fed_by="; ".join(", ".join(call) for call in layer.calls),
            where=where(layer.line),
            note=_note(layer),
        )
        yield from _lines(layer.layers, total, where, depth + 1)


def _note(layer: Layer) -> str:
    activation = layer.config.get("activation")
    notes = [
        activation if isinstance(activation, str) and activation != "linear" else "",
        "frozen" if layer.parameters and not layer.trainable else "",
        f"called {len(layer.calls)} times" if len(layer.calls) > 1 else "",
    ]
    return ", ".join(filter(None, notes))


def _size(model: Model) -> list[str]:
    frozen = model.parameters - model.trainable_parameters
    text = counted(model.parameters, "parameter")
    return [f"{model.kind}", f"{text}, {frozen:,} of them not trained" if frozen else text]


def _branching(model: Model) -> bool:
    """Whether some layer is not simply fed by the one above it."""
    several = len(model.inputs) > 1 or len(model.outputs) > 1
    return several or any(len(call) > 1 for layer in model.layers for call in layer.calls)


def _branches(model: Model) -> list[str]:
    facts = []
    if len(model.inputs) > 1:
        facts.append(f"{len(model.inputs)} inputs: {listed([one.path for one in model.inputs])}")
    for merge in merges(model):
        facts.append(f"{listed(list(merge.paths))} meet in {merge.layer.name}")
    if len(model.outputs) > 1:
        facts.append(f"{len(model.outputs)} outputs: {listed([o.path for o in model.outputs])}")
    return facts


def _compiled(compiled: Compiled | None) -> list[str]:
    if compiled is None:
        return ["not compiled"]
    rate = compiled.learning_rate
    optimizer = f"{compiled.optimizer} at {figure(rate)}" if rate is not None else ""
    facts = [
        optimizer or compiled.optimizer,
        f"loss {listed([_loss(loss) for loss in compiled.losses])}" if compiled.losses else "",
        f"metrics {listed(list(compiled.metrics))}" if compiled.metrics else "",
    ]
    return [fact for fact in facts if fact]


def _loss(loss: Loss) -> str:
    return f"{loss.name} (from_logits=True)" if loss.from_logits else loss.name
