"""What has no slope for a gradient to follow, as it is written."""

import ast
from collections.abc import Iterator

from etude.diagnoses.source import call_line, dotted_name, last_name

Cut = ast.Call | ast.Compare

#: Functions that jump from one value to the next, or leave TensorFlow.
NO_SLOPE = (
    *("numpy", "argmax", "argmin", "round", "floor", "ceil", "sign", "rint"),
    *("greater", "equal"),
)
_CASTS = ("cast", "astype")
_NUMPY = ("np.", "numpy.")


def cuts_in(body: ast.AST) -> Iterator[Cut]:
    """The calls and comparisons inside that no gradient comes back through."""
    for node in ast.walk(body):
        if isinstance(node, ast.Call):
            name = dotted_name(node.func)
            if name.rpartition(".")[2] in NO_SLOPE or name.startswith(_NUMPY):
                yield node
            elif name.rpartition(".")[2] in _CASTS:
                yield from _compared(node)


def stops_in(body: ast.AST) -> Iterator[Cut]:
    """The same, and what cuts a network on purpose or makes whole numbers of its values."""
    yield from cuts_in(body)
    for node in ast.walk(body):
        if isinstance(node, ast.Call):
            name = last_name(node.func)
            if name == "stop_gradient" or (name in _CASTS and _to_whole_numbers(node)):
                yield node


def _to_whole_numbers(cast: ast.Call) -> bool:
    kinds = [ast.unparse(one) for one in [*cast.args, *(k.value for k in cast.keywords)]]
    return any(kind.strip("'\"").rpartition(".")[2].startswith("int") for kind in kinds[-1:])


def line_of(cut: Cut) -> int:
    """Where it stands."""
    return call_line(cut) if isinstance(cut, ast.Call) else cut.lineno


def written(cut: Cut) -> str:
    """As a person would name it."""
    if isinstance(cut, ast.Compare):
        return ast.unparse(cut)
    name = dotted_name(cut.func)
    return name if name.startswith(_NUMPY) else name.rpartition(".")[2]


def _compared(cast: ast.Call) -> Iterator[ast.Compare]:
    """The comparisons whose yes and no become numbers: ``tf.cast(outputs > 0.5, tf.float32)``."""
    for part in [*cast.args[:1], cast.func]:
        yield from (node for node in ast.walk(part) if isinstance(node, ast.Compare))
