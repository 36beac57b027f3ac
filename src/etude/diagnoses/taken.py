"""Rows that are read in a drawn order, and what stands beside them in theirs."""

import ast
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from etude.diagnoses.names import given, names_in, value_of
from etude.diagnoses.places import function_around
from etude.diagnoses.reordered import assigned, drawn_again
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name, last_name

_SIDES = 2
_STEPS = 8
_READING = ("gather", "take")
_PAIRS_OF_ARGUMENTS = ("fit", "train_on_batch", "flow")
_ALSO_AS_A_TUPLE = ("from_tensor_slices", "train_test_split")
# What gives back the rows that it was given, in their order.
_ROW_BY_ROW = {
    *("array", "asarray", "astype", "cast", "convert_to_tensor", "copy", "expand_dims", "float32"),
    *("fit_transform", "one_hot", "ravel", "reshape", "squeeze", "to_categorical", "to_numpy"),
    "transform",
}
_METHODS = ("astype", "reshape")
_LABELS = re.compile(r"(?:\w+_)?(?:[yY]|labels?|targets?)(?:_\w+)?")
_ORDER_DOES_NOT_MATTER = {
    *("ones", "zeros", "full", "ones_like", "zeros_like", "normal", "rand", "randn", "random"),
    *("standard_normal", "uniform"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Rows of an array, in an order that was drawn.

    Attributes:
      orders: the names of the drawn row numbers, and of what they are a part of.
    """

    node: ast.expr
    array: str
    orders: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """An array that goes with rows in a drawn order, and is still in its own."""

    taken: Taken
    name: str
    line: int


def left_behind(source: Source) -> Iterator[LeftBehind]:
    """What is given beside rows in a drawn order though it was never read by that order."""
    for taken in _taken(source):
        scope = _Scope(source, taken)
        for sides, line in scope.pairs():
            are_rows = [scope.are_the_rows(side, line) for side in sides]
            if line >= taken.node.lineno and are_rows.count(True) == 1:
                other = sides[are_rows.index(False)]
                if scope.keeps_its_order(other, line) and not scope.is_a_control(other, line):
                    name = scope.name_before(other, line)
                    yield LeftBehind(taken=taken, name=name, line=other.lineno)


def _taken(source: Source) -> Iterator[Taken]:
    """``x[order]``, ``tf.gather(x, order)`` and ``x = shuffle(x)``."""
    nodes: list[ast.expr] = [*source.all(ast.Subscript), *source.all(ast.Call)]
    for node in nodes:
        read = _read(node)
        orders = _orders(source, read[1], node.lineno) if read else ()
        if read and orders:
            yield Taken(node=node, array=_bare(read[0]), orders=frozenset(orders))
    for statement in source.all(ast.Assign):
        for _, value in assigned(statement):
            array = drawn_again(source, value)
            if array.isidentifier():
                yield Taken(node=value, array=array)


def _is_taken(source: Source, node: ast.expr) -> bool:
    read = _read(node)
    by_an_order = read is not None and bool(_orders(source, read[1], node.lineno))
    return by_an_order or bool(drawn_again(source, node))


def _read(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """An array and the row numbers by which it is read."""
    if isinstance(node, ast.Subscript):
        return (node.value, node.slice) if isinstance(node.ctx, ast.Load) else None
    if not isinstance(node, ast.Call):
        return None
    reads = last_name(node.func) in _READING and len(node.args) == 2
    return (node.args[0], node.args[1]) if reads else None


def _bare(node: ast.expr) -> str:
    name = dotted_name(node)
    return name.removesuffix(".iloc").removesuffix(".loc").removesuffix(".values")


def _orders(source: Source, numbers: ast.expr, line: int) -> Sequence[str]:
    """The names of row numbers that hold each row once, drawn by a permutation or shuffled."""
    while isinstance(numbers, ast.Subscript):
        numbers = numbers.value
    name = numbers.id if isinstance(numbers, ast.Name) else ""
    value = value_of(source, name, before=line) if name else None
    if value is None:
        return ()
    if isinstance(value, ast.Subscript):
        whole = _orders(source, value, value.lineno)
        return (name, *whole) if whole else ()
    drawn = isinstance(value, ast.Call) and dotted_name(value.func).endswith(".permutation")
    return (name,) if drawn or _is_shuffled(source, name, value.lineno, line) else ()


def _is_shuffled(source: Source, name: str, first: int, last: int) -> bool:
    calls = [call for call in source.calls("shuffle") if first < call.lineno < last]
    return any([dotted_name(one) for one in call.args] == [name] for call in calls)


class _Scope:
    """The function around some rows in a drawn order, or the program outside of functions."""

    def __init__(self, source: Source, taken: Taken) -> None:
        self._source = source
        self._taken = taken
        self._function = function_around(source, taken.node.lineno)

    def pairs(self) -> Iterator[tuple[Sequence[ast.expr], int]]:
        """Arrays that are given or returned side by side."""
        for name in _PAIRS_OF_ARGUMENTS:
            for call in filter(self._is_here, self._source.calls(name)):
                yield from _pair([given(call, "x", 0), given(call, "y", 1)], _end(call))
        for name in _ALSO_AS_A_TUPLE:
            for call in filter(self._is_here, self._source.calls(name)):
                yield from _pair(_elements(call.args), _end(call))
        returned: list[ast.Return | ast.Yield] = [*self._source.all(ast.Return)]
        for node in (*returned, *self._source.all(ast.Yield)):
            sides = node.value.elts if isinstance(node.value, ast.Tuple) else []
            if self._is_here(node) and all(self._may_be_rows(one, _end(node)) for one in sides):
                yield from _pair(sides, _end(node))

    def _may_be_rows(self, node: ast.expr, line: int) -> bool:
        """Whether what is returned was handed in, or is called labels: no count, no mean."""
        if self.are_the_rows(node, line):
            return True
        names = self.names(node, line)
        return any(name in self._parameters() or _LABELS.fullmatch(name) for name in names)

    def are_the_rows(self, node: ast.expr, line: int) -> bool:
        """Whether an array is made of the rows in the drawn order."""
        return any(one is self._taken.node for one in self._origins(node, line))

    def names(self, node: ast.expr, line: int) -> Sequence[str]:
        """The names an array had, the last first: of ``y_train`` also the y it is a part of."""
        return [name for one in self._origins(node, line) if (name := dotted_name(one))]

    def name_before(self, node: ast.expr, line: int) -> str:
        """What an array was called when the rows were read."""
        names = self.names(node, line)
        return next((name for name in names if self._was_there(name)), names[-1])

    def keeps_its_order(self, node: ast.expr, line: int) -> bool:
        """Whether an array was there before the rows were read, and is never read as they are."""
        names = self.names(node, line)
        if not names or (self._taken.orders | {self._taken.array}) & set(names):
            return False
        if any(_is_taken(self._source, one) for one in self._origins(node, line)):
            return False
        made = self._made(names[-1])
        if any(self._taken.node.lineno <= node.lineno <= line for node in made):
            return False
        if any(_any_order_is_the_same(node.value) for node in made):
            return False
        return self._was_there(names[-1]) and not self._is_read_alike(set(names))

    def is_a_control(self, node: ast.expr, line: int) -> bool:
        """Whether the same arrays are given in their own order too: shuffled labels as a test."""
        name = self.names(node, line)[0]
        for sides, at in self.pairs():
            if not any(self.are_the_rows(side, at) for side in sides):
                pair = [self.names(side, at) for side in sides]
                if any(name in one for one in pair) and any(
                    self._taken.array in one for one in pair
                ):
                    return True
        return False

    def _origins(self, node: ast.expr, line: int) -> Iterator[ast.expr]:
        """An expression and what it was made of row by row, step by step."""
        for _ in range(_STEPS):
            yield node
            inner = None if node is self._taken.node else _inside(node)
            if inner is None and (name := dotted_name(node)):
                inner = assigned_value(self._source, name, before=line)
                line = inner.lineno - 1 if inner is not None else line
            if inner is None and isinstance(node, ast.Attribute):
                inner = node.value
            if inner is None or not self._is_here(inner):
                return
            node = inner

    def _made(self, name: str) -> Sequence[ast.Assign]:
        return [
            node
            for node in filter(self._is_here, self._source.all(ast.Assign))
            if any(dotted_name(t) == name for one in node.targets for t in _elements([one]))
        ]

    def _was_there(self, name: str) -> bool:
        made_above = any(node.lineno < self._taken.node.lineno for node in self._made(name))
        return made_above or name in self._parameters()

    def _parameters(self) -> Sequence[str]:
        return [one.arg for one in self._function.args.args] if self._function else ()

    def _is_read_alike(self, names: Set[str]) -> bool:
        """Whether anything else brings the array and the order, or the rows' index, together."""
        kinds = (ast.Subscript, ast.Call, ast.ListComp)
        orders = self._taken.orders or {self._taken.array}
        return any(
            (found := names_in(node)) & orders
            and found & {name.partition(".")[0] for name in names}
            for kind in kinds
            for node in filter(self._is_here, self._source.all(kind))
            if not _contains(node, self._taken.node) and not _only_hands_on(node)
        )

    def _is_here(self, node: ast.stmt | ast.expr) -> bool:
        return function_around(self._source, node.lineno) is self._function


def _end(node: ast.expr | ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _pair(sides: Sequence[ast.expr | None], line: int) -> Iterator[tuple[Sequence[ast.expr], int]]:
    found = [one for one in sides if one is not None]
    if len(found) == len(sides) == _SIDES:
        yield found, line


def _elements(nodes: Sequence[ast.expr]) -> Sequence[ast.expr]:
    """The first two of several, or the elements of the only one."""
    only = nodes[0] if nodes else None
    return only.elts if isinstance(only, ast.Tuple | ast.List) else nodes[:_SIDES]


def _inside(node: ast.expr) -> ast.expr | None:
    """The array that an expression takes a stretch of, or changes without moving a row."""
    if isinstance(node, ast.Subscript):
        return node.value
    if isinstance(node, ast.BinOp):
        return node.left
    if isinstance(node, ast.Call) and last_name(node.func) in _ROW_BY_ROW:
        method = node.func if isinstance(node.func, ast.Attribute) else None
        if method is not None and (not node.args or method.attr in _METHODS):
            return method.value
        return next(iter(node.args), None)
    return None


def _any_order_is_the_same(value: ast.expr) -> bool:
    """Noise, or one value for every row."""
    called = last_name(value.func) if isinstance(value, ast.Call) else ""
    return called in _ORDER_DOES_NOT_MATTER


def _contains(node: ast.AST, inner: ast.AST) -> bool:
    return any(one is inner for one in ast.walk(node))


def _only_hands_on(node: ast.AST) -> bool:
    """Calls that are given both and bring them in no order: the pair itself, or a print."""
    called = last_name(node.func) if isinstance(node, ast.Call) else ""
    return called in ("len", "print", "zip", *_PAIRS_OF_ARGUMENTS, *_ALSO_AS_A_TUPLE)
