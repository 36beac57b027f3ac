"""Where a mask for attention has its ones, as the source makes it.

Many programs make it as old tutorials did for layers of their own, with a 1 at what must not be
seen; to the layers of Keras a 1 means that a step may be seen.
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import function_of, given, paired
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, argument, call_line, constant, dotted_name, last_name

MASK = "attention_mask"
EARLIER, LATER, TOKENS, PADDING = "earlier steps", "later steps", "tokens", "padding"
Ones = frozenset[str]

_ATTENDED = ("query", "value")
_ATTENTION = ("MultiHeadAttention", "GroupQueryAttention")
_OPPOSITE = {EARLIER: LATER, LATER: EARLIER, TOKENS: PADDING, PADDING: TOKENS}
_NONE: Ones = frozenset()
_MOST_STEPS = 12
_COMPARE = {"equal": ast.Eq, "not_equal": ast.NotEq}
_NOT = "logical_not"
_METHODS = ("astype", "reshape")
_SAME = (
    *("cast", "expand_dims", "reshape", "tile", "repeat", "broadcast_to", "squeeze", "array"),
    *("asarray", "constant", "convert_to_tensor", "bool", "stop_gradient"),
)
_JOIN = ("maximum", "minimum", "logical_and", "logical_or", "multiply")


def attending(source: Source) -> Iterator[ast.Call]:
    """Calls of attention layers on a sequence: ``self.attention(x, x)``, by keywords too."""
    kept = {
        dotted_name(name)
        for node in source.all(ast.Assign)
        for target in node.targets
        for name, value in paired(target, node.value)
        if _is_attention(value)
    }
    for call in source.all(ast.Call):
        if not all(given(call, name, place) for place, name in enumerate(_ATTENDED)):
            continue
        if dotted_name(call.func) in kept - {""} or _is_attention(call.func):
            yield call


def masked(source: Source) -> Iterator[tuple[ast.Call, int, Ones]]:
    """Calls that are given a mask, its line, and where it has its ones."""
    for call in attending(source):
        mask = next((keyword.value for keyword in call.keywords if keyword.arg == MASK), None)
        if mask is not None:
            ones = ones_of(source, mask, before=call_line(call))
            yield call, source.line_of_argument(call, MASK), ones


def ones_of(source: Source, mask: ast.AST | None, *, before: int, steps: int = _MOST_STEPS) -> Ones:
    """Where a mask has its ones; nothing when that is not known."""

    def behind(node: ast.AST | None) -> Ones:
        return ones_of(source, node, before=before, steps=steps - 1)

    if mask is None or steps == 0:
        return _NONE
    if isinstance(mask, ast.Name | ast.Attribute) and dotted_name(mask):
        value = _value(source, mask, before)
        above = value.lineno - 1 if value is not None else 0
        return ones_of(source, value, before=above, steps=steps - 1)
    if isinstance(mask, ast.UnaryOp) and isinstance(mask.op, ast.Invert | ast.Not):
        return _turned(behind(mask.operand))
    if isinstance(mask, ast.BinOp):
        if isinstance(mask.op, ast.Sub) and constant(mask.left) == 1:
            return _turned(behind(mask.right))
        joined = isinstance(mask.op, ast.Mult | ast.BitAnd | ast.BitOr)
        return behind(mask.left) | behind(mask.right) if joined else _NONE
    if isinstance(mask, ast.Compare):
        left, right = mask.left, mask.comparators[0]
        return _compared(type(mask.ops[0]), left, constant(right), behind(left))
    if isinstance(mask, ast.Subscript):
        return behind(mask.value)
    return _called(source, mask, before, steps) if isinstance(mask, ast.Call) else _NONE


def _is_attention(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return last_name(node.func) in _ATTENTION


def _turned(ones: Ones) -> Ones:
    return frozenset(_OPPOSITE[one] for one in ones)


def _value(source: Source, name: ast.Name | ast.Attribute, before: int) -> ast.expr | None:
    """What a name was given above, in its function or outside of all.

    A layer may get its mask from the network around it, under the same name.
    """
    every = [
        value
        for node in source.all(ast.Assign)
        for target in node.targets
        for one, value in paired(target, node.value)
        if dotted_name(one) == dotted_name(name)
    ]
    own = {None, function_around(source, name.lineno)}
    near = [v for v in every if v.lineno <= before and function_around(source, v.lineno) in own]
    found = near or (every if _is_mask(name) else [])
    return max(found, key=lambda value: value.lineno, default=None)


def _compared(operator: type[ast.cmpop], left: ast.AST, other: object, ones: Ones) -> Ones:
    """``mask == 0`` turns a mask round; of tokens it tells where they are padding."""
    if operator not in (ast.Eq, ast.NotEq, ast.Gt):
        return _NONE
    is_nothing = (operator is ast.Eq) == (other == 0)
    if not ones and other == 0 and dotted_name(left) and not _is_mask(left):
        ones = frozenset({TOKENS})
    return _turned(ones) if is_nothing else ones


def _is_mask(node: ast.AST) -> bool:
    return "mask" in dotted_name(node).lower()


def _called(source: Source, call: ast.Call, before: int, steps: int) -> Ones:
    def behind(*nodes: ast.AST | None, until: int = before) -> Ones:
        parts = [ones_of(source, one, before=until, steps=steps - 1) for one in nodes]
        return _NONE.union(*parts)

    name = last_name(call.func)
    if name in ("band_part", "tril", "triu"):
        return _triangle(name, call)
    function = function_of(source, call.func)
    if function is not None:
        returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
        return behind(*returned, until=max(getattr(function, "end_lineno", 0) or 0, before))
    if name in _COMPARE and len(call.args) == 2:
        left, right = call.args
        return _compared(_COMPARE[name], left, constant(right), behind(left))
    if name in _METHODS and isinstance(call.func, ast.Attribute):
        own = behind(call.func.value)
        if own:
            return own
    if name in _JOIN:
        return behind(*call.args)
    found = behind(*call.args[:1]) if name in (*_SAME, _NOT) else _NONE
    return _turned(found) if name == _NOT else found


def _triangle(name: str, call: ast.Call) -> Ones:
    """``band_part(ones, -1, 0)`` keeps what lies below the diagonal: the steps before."""
    lower, upper = argument(call, "num_lower", 1), argument(call, "num_upper", 2)
    if name == "tril" or (name == "band_part" and (lower, upper) == (-1, 0)):
        return frozenset({EARLIER})
    above = name == "triu" or (lower, upper) == (0, -1)
    return frozenset({LATER}) if above else _NONE
