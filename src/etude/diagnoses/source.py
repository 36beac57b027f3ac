"""Questions about the learner's source text."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from etude.diagnoses.attributes import with_names_for_attributes
from etude.domain.lines import source_lines
from etude.domain.syntax import parse

N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    """One file of the learner; an empty tree when it does not parse."""

    file: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        try:
            return with_names_for_attributes(parse(self.text))
        except (SyntaxError, ValueError):
            return ast.Module(body=[], type_ignores=[])

    @cached_property
    def nodes(self) -> Sequence[ast.AST]:
        """Every node; hundreds of questions that each walk a long program take minutes."""
        return tuple(ast.walk(self.tree))

    def all(self, kind: type[N]) -> Sequence[N]:
        """The nodes of one class, such as ``ast.Assign``."""
        return cast(Sequence[N], self._by_kind.get(kind, ()))

    @cached_property
    def imported(self) -> Mapping[str, str]:
        """What stands behind each short name: "np" -> "numpy", "Dense" -> "keras.layers.Dense"."""
        found: dict[str, str] = {}
        for node in self.all(ast.Import):
            found |= {one.asname: one.name for one in node.names if one.asname}
        for origin in self.all(ast.ImportFrom):
            found |= {o.asname or o.name: f"{origin.module}.{o.name}" for o in origin.names}
        return found

    @cached_property
    def _by_kind(self) -> Mapping[type[ast.AST], Sequence[ast.AST]]:
        found: dict[type[ast.AST], list[ast.AST]] = {}
        for node in self.nodes:
            found.setdefault(type(node), []).append(node)
        return found

    def line_text(self, line: int) -> str:
        """The text of a line, counted from one; empty outside the file."""
        lines = source_lines(self.text)
        return lines[line - 1] if 0 < line <= len(lines) else ""

    def calls(self, name: str) -> list[ast.Call]:
        """Calls in order of lines whose dotted name is ``name`` or ends with ``.name``."""
        last = self._calls_by_name.get(name.rpartition(".")[2], ())
        return [call for call in last if _ends_with(dotted_name(call.func), name)]

    @cached_property
    def _calls_by_name(self) -> Mapping[str, Sequence[ast.Call]]:
        """Calls in order of lines, by the last part of the called name."""
        found: dict[str, list[ast.Call]] = {}
        for call in sorted(self.all(ast.Call), key=lambda call: (call.lineno, call.col_offset)):
            found.setdefault(last_name(call.func), []).append(call)
        return found

    def line_of_call(self, name: str, default: int = 0) -> int:
        """Line of the first such call."""
        calls = self.calls(name)
        return call_line(calls[0]) if calls else default

    def functions(self) -> Sequence[ast.FunctionDef]:
        """All function definitions, nested ones included."""
        return self.all(ast.FunctionDef)

    def line_of_argument(self, call: ast.Call, name: str) -> int:
        """Line where a keyword argument stands, or of the call."""
        found = next((keyword for keyword in call.keywords if keyword.arg == name), None)
        return found.value.lineno if found else call_line(call)


def dotted_name(node: ast.AST) -> str:
    """ "tf.data.Dataset" of such an expression; the last names of a longer one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted_name(node.value)}.{node.attr}".lstrip(".")
    return ""


def last_name(node: ast.AST) -> str:
    """ "Dataset" of ``tf.data.Dataset``, "batch" of ``rows.map(read).batch``; "" without a name."""
    return dotted_name(node).rpartition(".")[2]


def spans(node: ast.stmt | ast.expr, line: int) -> bool:
    """Whether a line is one of those that the node is written on."""
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def call_line(call: ast.Call) -> int:
    """The line with the called name: in a chain over several lines, not the first of them."""
    return call.func.end_lineno or call.lineno


def argument(call: ast.Call, name: str, position: int | None = None) -> Any:
    """The constant value of an argument; the node when it is no constant; None without it."""
    node = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    if node is None and position is not None and len(call.args) > position:
        node = call.args[position]
    return constant(node)


def constant(node: ast.AST | None) -> Any:
    """The value of a literal, else the node itself."""
    try:
        return ast.literal_eval(node) if node is not None else None
    except (ValueError, TypeError, SyntaxError):
        return node


def _ends_with(dotted: str, name: str) -> bool:
    return dotted == name or dotted.endswith(f".{name}")
