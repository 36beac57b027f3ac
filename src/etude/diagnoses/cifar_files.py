"""The files of CIFAR for Python, whose rows hold all reds, then all greens, then all blues."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import full_name, names_in
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, constant, last_name

_LOADERS = ("pickle.load", "cPickle.load", "_pickle.load", "pickle.loads")
# The keys under which pictures and classes lie in these files, as bytes or as text.
_PICTURES, _CLASSES = (
    ("data", b"data"),
    (
        *("labels", b"labels", "fine_labels", b"fine_labels"),
        *("coarse_labels", b"coarse_labels"),
    ),
)
_TURNING = {"transpose", "swapaxes", "moveaxis", "rollaxis", "permute", "einsum", "rearrange"}
_SHAPE = [32, 32, 3]


def rows_taken_for_pixels(source: Source) -> Iterator[ast.Call]:
    """Each ``reshape`` of such rows to (32, 32, 3), as if a pixel's colours lay side by side."""
    if not _reads_the_files(source):
        return
    for call in source.calls("reshape"):
        in_other_order = any(keyword.arg == "order" for keyword in call.keywords)
        if _last_sizes(source, call) == _SHAPE and not in_other_order and not _turned(source, call):
            yield call


def _reads_the_files(source: Source) -> bool:
    """Whether a pickle is opened, and what these files hold is taken from it."""
    keys = [constant(node.slice) for node in source.all(ast.Subscript)]
    asked = [key for key in keys if isinstance(key, str | bytes)]
    loads = any(full_name(source, call.func) in _LOADERS for call in source.all(ast.Call))
    return loads and any(k in _PICTURES for k in asked) and any(k in _CLASSES for k in asked)


def _last_sizes(source: Source, call: ast.Call) -> list[object]:
    given = list(call.args)
    if given and isinstance(given[-1], ast.Tuple | ast.List):
        given = list(given[-1].elts)
    return [_number(source, one) for one in given[-len(_SHAPE) :]]


def _number(source: Source, node: ast.expr) -> object:
    numbers = (constant(one) for one in origins(source, node, before=node.lineno))
    return next((one for one in numbers if isinstance(one, int)), None)


def _turned(source: Source, call: ast.Call) -> bool:
    """Whether axes of the array change places before, around or after it."""
    before = origins(source, call, before=call.lineno)
    if any(_turns(node) for node in before):
        return True
    results = {
        name
        for node in source.all(ast.Assign)
        if any(one is call for one in ast.walk(node.value))
        for name in names_in(*node.targets)
    }
    later = (node for node in source.nodes if isinstance(node, ast.expr) and _turns(node))
    return any(
        any(one is call for one in ast.walk(node))
        or (node.lineno >= call.lineno and results & names_in(node))
        for node in later
    )


def _turns(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and node.attr == "T":
        return True
    return isinstance(node, ast.Call) and last_name(node.func) in _TURNING
