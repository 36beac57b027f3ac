"""What an exception says of two shapes that do not fit together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from etude.domain.error import Error

_SIZES = r"[\d,? ]*"
_OF_GRAPH = re.compile(
    r"must be equal(?: rank)?, but are \d+ and \d+.*? for '\{\{node [^}]*\}\} = (?P<op>\w+)\[.*"
    rf"with input shapes: \[(?P<one>{_SIZES})\], \[(?P<other>{_SIZES})\]",
    re.DOTALL,
)


class Way(StrEnum):
    """How the two were to be put together."""

    BY_PLACE = "place by place"
    PRODUCT = "multiplied as matrices"
    JOINED = "joined"
    MASKED = "a mask over a tensor"
    COMPARED = "labels and outputs of a loss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two shapes and how they met; None stands for a size that is not known yet."""

    way: Way
    one: Sequence[int | None]
    other: Sequence[int | None]


_SAYINGS = {
    Way.BY_PLACE: (
        rf"Incompatible shapes: \[(?P<one>{_SIZES})\] vs\. \[(?P<other>{_SIZES})\]",
        rf"broadcast together with shapes \((?P<one>{_SIZES})\) \((?P<other>{_SIZES})\)",
        rf"logits_size=\[(?P<one>{_SIZES})\] labels_size=\[(?P<other>{_SIZES})\]",
        rf"must have the same shape, received \(\((?P<one>{_SIZES})\) vs \((?P<other>{_SIZES})\)\)",
        rf"then \[(?P<one>{_SIZES})\], and else \[(?P<other>{_SIZES})\] must be broadcastable",
        r"Cannot broadcast shape.*Input shapes are: \[(?P<one>[^]]*)\] and \[(?P<other>[^]]*)\]",
    ),
    Way.PRODUCT: (
        rf"In\[0\]: \[(?P<one>{_SIZES})\], In\[1\]: \[(?P<other>{_SIZES})\]",
        rf"different ndims: \[(?P<one>{_SIZES})\] vs\. \[(?P<other>{_SIZES})\]",
        rf"shapes \((?P<one>{_SIZES})\) and \((?P<other>{_SIZES})\) not aligned",
        r"but received `?x1\.shape=\((?P<one>[^)]*)\)`? and `?x2\.shape=\((?P<other>[^)]*)\)",
    ),
    Way.JOINED: (
        rf"shape\[0\] = \[(?P<one>{_SIZES})\] vs\. shape\[1\] = \[(?P<other>{_SIZES})\]",
        rf"\[0\]\.shape = \[(?P<one>{_SIZES})\] != values\[1\]\.shape = \[(?P<other>{_SIZES})\]",
        r"element of shape \((?P<other>[^)]*)\),\s+which is different from the first\s+element's "
        r"shape \((?P<one>[^)]*)\)",
    ),
    Way.MASKED: (
        r"`mask` must be broadcastable.*inputs\.shape=\((?P<one>[^)]*)\), "
        r"mask\.shape=\((?P<other>[^)]*)\)",
    ),
    Way.COMPARED: (
        r"must have (?:the same )?rank.*Received: target\.shape=\((?P<one>[^)]*)\), "
        r"output\.shape=\((?P<other>[^)]*)\)",
    ),
}
_OPERATIONS = {
    "MatMul": Way.PRODUCT,
    "BatchMatMulV2": Way.PRODUCT,
    "ConcatV2": Way.JOINED,
    "Pack": Way.JOINED,
} | dict.fromkeys(
    (
        *(
            "Add",
            "AddV2",
            "Sub",
            "Mul",
            "Div",
            "DivNoNan",
            "RealDiv",
            "FloorDiv",
            "FloorMod",
            "Pow",
        ),
        *("Maximum", "Minimum", "SquaredDifference", "SelectV2", "Xdivy", "Xlogy"),
        "SoftmaxCrossEntropyWithLogits",
        *("Equal", "NotEqual", "Less", "LessEqual", "Greater", "GreaterEqual"),
        *("LogicalAnd", "LogicalOr"),
    ),
    Way.BY_PLACE,
)
# These name one axis or none; the shapes are those of the two operands of the line.
_WITHOUT_SHAPES = {
    Way.BY_PLACE: "required broadcastable shapes",
    Way.PRODUCT: "mismatch in its core dimension",
}


def clash_of(error: Error) -> Clash | None:
    """The two shapes of which an exception says that they do not fit; None for any other."""
    return _said_by_a_graph(error) or _said(error) or _of_operands(error)


def _said_by_a_graph(error: Error) -> Clash | None:
    found = _OF_GRAPH.search(error.message)
    way = _OPERATIONS.get(found["op"]) if found else None
    return _clash(way, found) if found and way else None


def _said(error: Error) -> Clash | None:
    for way, sayings in _SAYINGS.items():
        for saying in sayings:
            if found := re.search(saying, error.message, re.DOTALL):
                return _clash(way, found)
    return None


def _of_operands(error: Error) -> Clash | None:
    shapes = [one.shape for one in error.operands if one.shape is not None]
    if len(shapes) != 2:
        return None
    ways = (way for way, words in _WITHOUT_SHAPES.items() if words in error.message)
    way = next(ways, None)
    return Clash(way=way, one=shapes[0], other=shapes[1]) if way else None


def _clash(way: Way, found: re.Match[str]) -> Clash:
    return Clash(way=way, one=_sizes(found["one"]), other=_sizes(found["other"]))


def _sizes(text: str) -> list[int | None]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return [int(part) if part.isdigit() else None for part in parts]
