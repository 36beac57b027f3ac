"""A program as its tree and its bytes, and changes that leave every line where it is."""

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from etude.diagnoses.source import last_name
from etude.domain.syntax import parse

#: Statements that hold others: of these only the head belongs to a piece that lies in it.
COMPOUND = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.If,
    ast.With,
    ast.Try,
)


@dataclass(frozen=True)
class Edit:
    """What takes the place of the bytes from ``begin`` to ``end``."""

    begin: int
    end: int
    new: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One fault.

    Attributes:
      piece: the node that is changed, or that is no longer there.
      handed_on: what is wrong now is what the statement gives, so it shows where that is read.
      one_of_contract: last layer, loss and targets must fit each other, and this is one of them.
    """

    edits: Sequence[Edit]
    piece: ast.AST
    handed_on: bool = False
    one_of_contract: bool = False


class Code:
    """One program.

    Raises:
      SyntaxError: it is not Python.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = parse(text)
        self._bytes = text.encode()
        self._starts = [0, *accumulate(len(line) for line in self._bytes.splitlines(True))]

    @cached_property
    def nodes(self) -> Sequence[ast.AST]:
        """All that stand somewhere in the text, in the order in which they do."""
        placed = [node for node in ast.walk(self.tree) if hasattr(node, "lineno")]
        return sorted(placed, key=self._begin)

    @cached_property
    def statements(self) -> Sequence[ast.stmt]:
        return [node for node in self.nodes if isinstance(node, ast.stmt)]

    @cached_property
    def _parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def calls(self, *names: str) -> Sequence[ast.Call]:
        """Calls whose called name ends in one of these; all of them without any."""
        found = [node for node in self.nodes if isinstance(node, ast.Call)]
        return [call for call in found if not names or last_name(call.func) in names]

    def parents(self, node: ast.AST) -> Iterator[ast.AST]:
        """From the innermost to the module."""
        while node in self._parents:
            node = self._parents[node]
            yield node

    def statement_of(self, node: ast.AST) -> ast.stmt:
        """The innermost one, which is the node itself where it is a statement."""
        around = (node, *self.parents(node))
        return next(one for one in around if isinstance(one, ast.stmt))

    def text_of(self, node: ast.AST) -> str:
        begin, end = self._span(node)
        return self._bytes[begin:end].decode()

    def put(self, node: ast.AST, new: str) -> Edit:
        """Another text for a node; as many lines as it had."""
        lost = self.text_of(node).count("\n") - new.count("\n")
        return Edit(*self._span(node), new + "\n" * lost)

    def put_after(self, node: ast.AST, new: str) -> Edit:
        _, end = self._span(node)
        return Edit(end, end, new)

    def cut_after(self, node: ast.AST, *, until: ast.AST) -> Edit:
        """Nothing but the line ends from the end of a node to that of one around it."""
        (_, begin), (_, end) = self._span(node), self._span(until)
        return Edit(begin, end, "\n" * self._bytes[begin:end].count(b"\n"))

    def text_after(self, node: ast.AST, *, until: ast.AST) -> str:
        """From the end of a node to that of one around it: ``.batch(32)`` of ``ds.batch(32)``."""
        (_, begin), (_, end) = self._span(node), self._span(until)
        return self._bytes[begin:end].decode()

    def without_element(self, element: ast.AST, following: ast.AST) -> Edit:
        """A list without one of its elements, up to where the next one begins."""
        begin, end = self._begin(element), self._begin(following)
        return Edit(begin, end, "\n" * self._bytes[begin:end].count(b"\n"))

    def without_argument(self, call: ast.Call, node: ast.expr | ast.keyword) -> Edit:
        """The call without one of its arguments."""
        kept = [one for one in (*call.args, *call.keywords) if one is not node]
        inside = ", ".join(self.text_of(one) for one in kept)
        return self.put(call, f"{self.text_of(call.func)}({inside})")

    def with_argument(self, call: ast.Call, argument: str) -> Edit:
        """The call with one argument more at its end."""
        given = [*call.args, *call.keywords]
        if given:
            return self.put_after(max(given, key=self._begin), f", {argument}")
        return self.put(call, f"{self.text_of(call.func)}({argument})")

    def changed(self, change: Change) -> str | None:
        """The text with a change made; None where that is no Python, or moves lines."""
        text = self._bytes
        for edit in sorted(change.edits, key=lambda edit: edit.begin, reverse=True):
            text = text[: edit.begin] + edit.new.encode() + text[edit.end :]
        made = text.decode()
        same_lines = made.count("\n") == self.text.count("\n")
        return made if same_lines and made != self.text and _is_python(made) else None

    def _begin(self, node: ast.AST) -> int:
        return self._span(node)[0]

    def _span(self, node: ast.AST) -> tuple[int, int]:
        begin = self._starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = self._starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        return begin, end


def _is_python(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what cannot go well, such as ``[1](2)``
            compile(text, "program.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
