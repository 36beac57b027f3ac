"""Inputs that a layer or model of Keras refused, read from what it said: the shape, the wish."""

import re
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import stop
from etude.diagnoses.text import embeddings
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Layer, Model, Shape

# The words in which every Keras 3 refuses an input; how it quotes the layer's name differs.
_LAYER = r"layer ['\"](?P<layer>[^'\"]+)['\"] is incompatible with the layer: "
_WRONG_SIZE = re.compile(
    _LAYER + r"expected axis -1 of input shape to have value (?P<size>\d+), "
    r"but received input with shape \((?P<shape>[^)]*)\)"
)
_WRONG_AXES = re.compile(
    _LAYER + r"expected (?:min_|max_)?ndim=(?P<axes>\d+), found ndim=\d+\. "
    r"Full shape received: \((?P<shape>[^)]*)\)"
)

# A functional model that is given another number of axes.
_OTHER_AXES = re.compile(
    r"Expected shape \((?P<wanted>[^)]*)\), but input has incompatible shape \((?P<given>[^)]*)\)"
)

# A functional model that is given other sizes.
_OTHER_SIZES = re.compile(r"expected shape=\((?P<wanted>[^)]*)\), found shape=\((?P<given>[^)]*)\)")

# A loss that compares place by place.
_OTHER_TARGETS = re.compile(
    r"target\.shape=\((?P<given>[^)]*)\),\s*output\.shape=\((?P<wanted>[^)]*)\)"
)

# A recurrent layer whose cell multiplies: its first product is with the inputs, "MatMul_1" that
# with the state, and the second matrix has a row for each unit.
_CELL = re.compile(
    r"Dimensions must be equal, but are (?P<given>\d+) and (?P<units>\d+) for "
    r"[^ ]*\{node [^ ]*/(?P<cell>lstm|gru|simple_rnn)_cell[^/ ]*/MatMul_1"
)
_KINDS = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN"}

# Branches that Concatenate cannot join.
_NOT_JOINED = re.compile(r"requires inputs with matching shapes.*?(\[\(.*\)\])", re.DOTALL)
_ONE_SHAPE = re.compile(r"\(([^()]*)\)")

_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a layer wanted and what it got.

    Attributes:
      layer: its name.
      received: the shape that came, batch axis included.
      axes: how many axes it wants, None when their number was right.
      size: the size of the last axis that it was built for, None when something else was wrong.
    """

    layer: str
    received: Shape
    axes: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedShape:
    """What a functional model was built for and what it got, batch axis included.

    Of targets ``wanted`` is the shape of the output.
    """

    wanted: list[int | None]
    given: list[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedState:
    """A recurrent layer that was handed a state of ``given`` numbers, where it has ``units``."""

    kind: str
    units: int
    given: int


def refused_state(evidence: Evidence) -> RefusedState | None:
    """The initial state that a recurrent layer could not begin with."""
    found = _CELL.search(evidence.error.message) if evidence.error else None
    if found is None:
        return None
    given, units = int(found["given"]), int(found["units"])
    return RefusedState(kind=_KINDS[found["cell"]], units=units, given=given)


def refused_input(evidence: Evidence) -> RefusedShape | None:
    """The refusal of a model that looks at shapes before its layers do."""
    sizes = _both_shapes(evidence, _OTHER_SIZES)
    if sizes is not None and len(sizes.given) < len(sizes.wanted):
        sizes.given.append(1)  # Keras takes a last axis of one away before it looks
    return _both_shapes(evidence, _OTHER_AXES) or sizes


def refused_sizes(evidence: Evidence) -> RefusedShape | None:
    """The same, where the number of axes is right."""
    shapes = refused_input(evidence)
    return shapes if shapes and len(shapes.wanted) == len(shapes.given) else None


def of_tokens(evidence: Evidence, shapes: RefusedShape) -> bool:
    """Whether what was refused are rows of token numbers, whose length is one of steps."""
    ended = stop(evidence)
    return len(shapes.given) == _ROWS and ended is not None and bool(embeddings(ended.model))


def refused_branches(evidence: Evidence) -> list[list[int | None]]:
    """The shapes that Concatenate was to join; empty where something else was refused."""
    found = _NOT_JOINED.search(evidence.error.message) if evidence.error else None
    return shapes_in(found[1]) if found else []


def shapes_in(text: str) -> list[list[int | None]]:
    """Every shape in brackets, as Keras writes them: "(32, 32, 16) and (32, 32, 3)"."""
    return [_shape(one) for one in _ONE_SHAPE.findall(text)]


def refused_targets(evidence: Evidence) -> RefusedShape | None:
    """The refusal of a loss that wants targets in the shape of the output."""
    return _both_shapes(evidence, _OTHER_TARGETS)


def _both_shapes(evidence: Evidence, words: re.Pattern[str]) -> RefusedShape | None:
    found = words.search(evidence.error.message) if evidence.error else None
    if found is None:
        return None
    return RefusedShape(wanted=_shape(found["wanted"]), given=_shape(found["given"]))


def refusal(evidence: Evidence) -> Refusal | None:
    """The refusal that ended the program."""
    message = evidence.error.message if evidence.error else ""
    if found := _WRONG_SIZE.search(message):
        shape = _shape(found["shape"])
        return Refusal(layer=found["layer"], received=shape, size=int(found["size"]))
    if found := _WRONG_AXES.search(message):
        shape = _shape(found["shape"])
        return Refusal(layer=found["layer"], received=shape, axes=int(found["axes"]))
    return None


def refusing_layer(evidence: Evidence, refused: Refusal) -> tuple[Model, Layer] | None:
    """The layer of a recorded model that has this name."""
    for model in reversed(evidence.models):
        if (layer := find_layer(model.layers, refused.layer)) is not None:
            return model, layer
    return None


def is_fed_by(model: Model, layer: Layer, kind: str) -> bool:
    """Whether a layer of this class comes right before it."""
    sources = [find_layer(model.layers, path) for path in fed_by(model.layers, layer.name)]
    if not layer.calls:  # an unbuilt Sequential knows its order alone
        place = list(model.layers).index(layer)
        sources = list(model.layers[max(0, place - 1) : place])
    return any(source is not None and source.kind == kind for source in sources)


def _shape(text: str) -> list[int | None]:
    sizes = [size.strip() for size in text.split(",") if size.strip()]
    return [None if size == "None" else int(size) for size in sizes]
