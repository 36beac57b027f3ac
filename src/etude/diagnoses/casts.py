"""Values that are made whole numbers, which cuts off what stands behind the point."""

import ast

from etude.diagnoses.source import constant, last_name

_INTEGERS = ("uint8", "int8", "int", "int16", "int32", "int64", "uint16")
_CASTS = ("cast", "array", "asarray")


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


def _is_integer(node: ast.expr) -> bool:
    value = constant(node)
    return (value if isinstance(value, str) else last_name(node)) in _INTEGERS
