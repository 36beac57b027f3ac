"""The shape that a program gives the series which a convolution over time reads."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import shape_told, value_of
from etude.diagnoses.source import Source, constant

CONVOLUTIONS = ("Conv1D", "Convolution1D")
_OF_PICTURES = ("Conv2D", "Convolution2D", "Conv3D", "ConvLSTM2D")
_AXES = 2

#: (steps, channels); None for a size that is left open, the expression for one that is worked out.
SeriesShape = tuple[int | ast.expr | None, int | ast.expr | None]


def series_shape(source: Source) -> SeriesShape | None:
    """What is written where the model begins; None where pictures are convolved as well."""
    if not any(source.calls(kind) for kind in CONVOLUTIONS):
        return None
    if any(source.calls(kind) for kind in _OF_PICTURES):
        return None
    return next(_shapes(source), None)


def _shapes(source: Source) -> Iterator[SeriesShape]:
    for call in sorted(source.all(ast.Call), key=lambda one: one.lineno):
        told = shape_told(call)
        if isinstance(told, ast.Tuple | ast.List) and len(told.elts) == _AXES:
            steps, channels = (_size(source, one) for one in told.elts)
            yield steps, channels


def _size(source: Source, node: ast.expr) -> int | ast.expr | None:
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno) or node
    size = constant(node)
    return size if size is None or isinstance(size, int) else node
