"""Slips on the way from the data to the network."""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from etude.diagnoses.source import dotted_name, last_name
from mutation.code import Change, Code
from mutation.literals import fraction, whole_number
from mutation.stacks import trainings

_OF_PIXELS = 255
#: Links of a chain whose order matters.
_ORDERED = ("map", "shuffle", "batch", "cache", "repeat")
#: Links that people forget.
_LINKS = ("batch", "shuffle", "map", "astype", "reshape", "expand_dims", "flatten", "ravel")
_MODULES = ("np", "numpy", "tf", "ops", "keras.ops", "tf.image", "K")
_OTHER_AXES = {0: (1, -1), 1: (0,), -1: (0,)}


def scale(code: Code) -> Iterator[Change]:
    """The divisor of pixels is 1, or they are divided twice."""
    for node in code.nodes:
        if _divides_pixels(node):
            divisor = code.text_of(node.right)
            for new in ("1", f"{divisor} / {divisor}"):
                yield Change(edits=[code.put(node.right, new)], piece=node, handed_on=True)


def link_left_out(code: Code) -> Iterator[Change]:
    """A chain without one of its links: not batched, not reshaped, ..."""
    for call in code.calls(*_LINKS):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if owner is not None and not _is_module(owner):
            yield Change(edits=[code.cut_after(owner, until=call)], piece=call, handed_on=True)


def links_swapped(code: Code) -> Iterator[Change]:
    """``.batch(32).shuffle(100)`` for ``.shuffle(100).batch(32)``."""
    for outer in code.calls(*_ORDERED):
        inner = outer.func.value if isinstance(outer.func, ast.Attribute) else None
        if not isinstance(inner, ast.Call) or last_name(inner.func) not in _ORDERED:
            continue
        if isinstance(inner.func, ast.Attribute) and last_name(inner.func) != last_name(outer.func):
            owner = inner.func.value
            first = code.text_after(owner, until=inner)
            second = code.text_after(inner, until=outer)
            new = f"{code.text_of(owner)}{second}{first}"
            yield Change(edits=[code.put(outer, new)], piece=outer, handed_on=True)


def repeat_added(code: Code) -> Iterator[Change]:
    """A dataset that never ends."""
    for call in code.calls("batch"):
        if isinstance(call.func, ast.Attribute):
            yield Change(edits=[code.put_after(call, ".repeat()")], piece=call, handed_on=True)


def axis(code: Code) -> Iterator[Change]:
    """Another axis."""
    for call in code.calls():
        for keyword in call.keywords:
            number = whole_number(keyword.value) if keyword.arg == "axis" else None
            for other in _OTHER_AXES.get(number, ()) if number is not None else ():
                edits = [code.put(keyword.value, str(other))]
                yield Change(edits=edits, piece=keyword.value, handed_on=True)


def new_axis_left_out(code: Code) -> Iterator[Change]:
    """``x`` for ``x[..., None]``, and for ``np.expand_dims(x, -1)``."""
    for node in code.nodes:
        if isinstance(node, ast.Subscript) and _adds_axis(node.slice):
            edits = [code.cut_after(node.value, until=node)]
            yield Change(edits=edits, piece=node, handed_on=True)
    for call in code.calls("expand_dims"):
        if call.args:
            edits = [code.put(call, code.text_of(call.args[0]))]
            yield Change(edits=edits, piece=call, handed_on=True)


def slice_end(code: Code) -> Iterator[Change]:
    """A stretch of a series one longer at its end, or one shorter at its beginning."""
    for node in code.nodes:
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            for bound in (node.slice.lower, node.slice.upper):
                if bound is None or whole_number(bound) not in (None, -1):
                    continue  # a plain number of rows, of which any other will do
                new = "" if whole_number(bound) == -1 else f"{code.text_of(bound)} + 1"
                yield Change(edits=[code.put(bound, new)], piece=bound, handed_on=True)


def no_array(code: Code) -> Iterator[Change]:
    """A list where an array is wanted."""
    for call in code.calls("array", "asarray"):
        if call.args:
            edits = [code.put(call, code.text_of(call.args[0]))]
            yield Change(edits=edits, piece=call, handed_on=True)
    for call in trainings(code):
        if len(call.args) > 1 and isinstance(call.args[0], ast.Name):
            edits = [code.put(call.args[0], f"list({code.text_of(call.args[0])})")]
            yield Change(edits=edits, piece=call)


def list_for_tuple(code: Code) -> Iterator[Change]:
    """``[x, y]`` for ``(x, y)`` in what is validated on or yielded."""
    for node in code.nodes:
        given = node.value if isinstance(node, ast.keyword | ast.Yield) else None
        named = node.arg if isinstance(node, ast.keyword) else "validation_data"
        if isinstance(given, ast.Tuple) and named == "validation_data":
            parts = ", ".join(code.text_of(part) for part in given.elts)
            yield Change(edits=[code.put(given, f"[{parts}]")], piece=given)


def _divides_pixels(node: ast.AST) -> TypeGuard[ast.BinOp]:
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    return (whole_number(node.right) or fraction(node.right)) == _OF_PIXELS


def _is_module(node: ast.expr) -> bool:
    """Whether ``node.reshape`` is a function of a library, and not of a value."""
    return dotted_name(node) in _MODULES


def _adds_axis(index: ast.expr) -> bool:
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    added = [one for one in parts if ast.unparse(one) in ("None", "np.newaxis", "tf.newaxis")]
    others = [one for one in parts if one not in added]
    return bool(added) and all(ast.unparse(one) in (":", "...", "Ellipsis") for one in others)
