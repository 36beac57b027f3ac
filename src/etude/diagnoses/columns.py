"""Which columns of a table an expression uses, and what these were given."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from etude.diagnoses.names import given, value_of
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, constant, dotted_name


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table as far as the text tells them.

    Attributes:
      only: these alone; None when it may be any.
      without: not these.
    """

    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def hold(self, names: frozenset[str]) -> bool:
        """Whether some of these may be among them."""
        return bool((names if self.only is None else names & self.only) - self.without)


ALL = Columns()

_Given = tuple[ast.Assign, frozenset[str]]


def columns_used(source: Source, expression: ast.AST) -> Mapping[ast.AST, Columns]:
    """For the names of tables in an expression the columns taken of them, where it tells any."""
    found: dict[ast.AST, Columns] = {}
    for node in ast.walk(expression) if _assignments(source) else ():
        table, columns = _taken(source, node)
        if isinstance(table, ast.Name) and columns is not None:
            found[table] = columns
    return found


def _taken(source: Source, node: ast.AST) -> tuple[ast.AST | None, Columns | None]:
    """A table and the columns that are taken of it: ``frame[["age", "fare"]]``, ``frame.age``."""
    if isinstance(node, ast.Subscript):
        names = strings(source, _of_columns(node))
        return _table(node.value), Columns(names) if names else None
    if isinstance(node, ast.Attribute):
        known = any(node.attr in names for _, names in _given_columns(source, node.value))
        return node.value, Columns(frozenset({node.attr})) if known else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _table(node.func.value), _left(source, node, node.func.attr)
    return None, None


def _left(source: Source, call: ast.Call, method: str) -> Columns | None:
    """What ``frame.pop("age")`` gives, and what ``frame.drop(columns="age")`` leaves."""
    if method == "pop" and (names := strings(source, given(call, "item", 0))):
        return Columns(names)
    if method == "drop" and (names := strings(source, _dropped(call))):
        return Columns(without=names)
    return None


def _table(node: ast.expr) -> ast.expr:
    """``frame`` of ``frame.loc`` and ``frame.iloc``, and of rows cut out of it."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node


def _of_columns(node: ast.Subscript) -> ast.expr:
    """What chooses columns: of ``frame.loc[rows, columns]`` the last part."""
    by_place = isinstance(node.value, ast.Attribute) and node.value.attr == "loc"
    if by_place and isinstance(node.slice, ast.Tuple) and node.slice.elts:
        return node.slice.elts[-1]
    return node.slice


def _dropped(call: ast.Call) -> ast.expr | None:
    """The columns that ``drop`` is given; rows are dropped by the same argument."""
    named = next((k.value for k in call.keywords if k.arg == "columns"), None)
    axis = constant(given(call, "axis", 1))
    return named or (given(call, "labels", 0) if axis in (1, "columns") else None)


def strings(source: Source, node: ast.expr | None) -> frozenset[str]:
    """The texts of a literal, or of a name that was given one or goes through one."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno) or _gone_through(source, node) or node
    written = constant(node)
    if isinstance(written, str):
        return frozenset({written})
    listed = written if isinstance(written, list | tuple | set) else ()
    return frozenset(one for one in listed if isinstance(one, str))


def _gone_through(source: Source, name: ast.Name) -> ast.expr | None:
    """``columns`` of ``for name in columns`` around a line."""
    for loop in source.all(ast.For):
        inside = loop.lineno <= name.lineno <= (loop.end_lineno or 0)
        if inside and dotted_name(loop.target) == name.id:
            over = loop.iter
            if isinstance(over, ast.Name):
                return value_of(source, over.id, before=loop.lineno)
            return over
    return None


def column_values(
    source: Source, name: ast.Name, columns: Columns, *, after: int, before: int
) -> Iterator[ast.expr]:
    """What columns of a table were given between two lines: ``frame["age"] = values``."""
    given_here = _given_columns(source, name)
    around = function_around(source, name.lineno) if given_here else None
    for node, names in given_here:
        here = after < node.lineno <= before and function_around(source, node.lineno) is around
        if here and columns.hold(names):
            yield node.value


def _given_columns(source: Source, table: ast.AST) -> Sequence[_Given]:
    """Assignments to named columns of a table."""
    return _assignments(source).get(table.id, ()) if isinstance(table, ast.Name) else ()


@lru_cache(maxsize=4)
def _assignments(source: Source) -> Mapping[str, Sequence[_Given]]:
    """Those of a program by the name of the table; many questions are asked about one program."""
    found: dict[str, list[_Given]] = {}
    for node in source.all(ast.Assign):
        for target in node.targets:
            table = _table(target)
            if isinstance(target, ast.Subscript) and isinstance(table, ast.Name):
                names = strings(source, _of_columns(target))
                if names:
                    found.setdefault(table.id, []).append((node, names))
    return found


def is_given_column(source: Source, node: ast.AST) -> bool:
    """Whether it is a column that the program itself put into a table."""
    if not isinstance(node, ast.Subscript):
        return False
    names = strings(source, _of_columns(node))
    return any(names & given for _, given in _given_columns(source, _table(node.value)))


def shifted_by(call: ast.Call) -> int | None:
    """Rows that ``column.shift(1)`` moves values down by; None of other calls."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "shift":
        return None
    steps = constant(given(call, "periods", 0))
    return steps if isinstance(steps, int) else None
