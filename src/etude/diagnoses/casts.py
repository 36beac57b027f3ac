"""Values that are made whole numbers, which cuts off what stands behind the point."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import given, root
from etude.diagnoses.source import Source, constant, last_name

_INTEGERS = ("uint8", "int8", "int", "int16", "int32", "int64", "uint16")
_CASTS = ("cast", "array", "asarray")
# What makes an array to be filled, and where its type stands among the arguments.
_MAKERS = {"zeros": 1, "empty": 1, "ones": 1, "full": 2, "zeros_like": 1, "empty_like": 1}


def made_whole(call: ast.Call) -> ast.expr | None:
    """What is cast to an integer type: x of ``x.astype("uint8")``, ``tf.cast(x, tf.uint8)``,
    ``np.uint8(x)`` and ``int(x)``.
    """
    of = call.func
    if isinstance(of, ast.Attribute) and of.attr == "astype" and call.args:
        return of.value if _is_integer(call.args[0]) else None
    name = last_name(of)
    types = [*call.args[1:], *(k.value for k in call.keywords if k.arg == "dtype")]
    cast = name in _CASTS and any(_is_integer(one) for one in types)
    alone = name in _INTEGERS and len(call.args) == 1
    return call.args[0] if (cast or alone) and call.args else None


def filled_whole(source: Source) -> Iterator[tuple[ast.Assign, ast.Assign]]:
    """Arrays made with an integer type, each with a statement that writes into them:
    ``a = np.zeros(n, dtype="uint8")`` and ``a[i] = picture``, which cuts fractions off.
    """
    named = [(node, _name_made_whole(node)) for node in source.all(ast.Assign)]
    made = [(node, name) for node, name in named if name]
    for filling in source.all(ast.Assign):
        into = {root(one) for one in filling.targets if isinstance(one, ast.Subscript)}
        above = [one for one, name in made if name in into and one.lineno < filling.lineno]
        if above:
            yield above[-1], filling


def _name_made_whole(node: ast.Assign) -> str:
    """``a`` of ``a = np.zeros(n, dtype="uint8")``; "" of other statements."""
    call, target = node.value, node.targets[0]
    position = _MAKERS.get(last_name(call.func)) if isinstance(call, ast.Call) else None
    if position is None or not isinstance(call, ast.Call) or not isinstance(target, ast.Name):
        return ""
    kind = given(call, "dtype", position)
    return target.id if kind is not None and _is_integer(kind) else ""


def _is_integer(node: ast.expr) -> bool:
    value = constant(node)
    return (value if isinstance(value, str) else last_name(node)) in _INTEGERS
