"""A solution without the piece of code that its exercise is about.

Which piece that is only the author knows: many lines of a right program are a matter of taste, and
some, once left out, leave one that merely stops. So ``exercise.toml`` names it, and it is found by
the syntax of the program: a statement, an argument, an element of a list, a decorator, or the last
link of a chain such as ``.shuffle(1000)``.
"""

import ast

from etude.domain.syntax import parse

# Lists of nodes any of which may be left out of a program that still parses.
_LISTS = frozenset({"body", "orelse", "finalbody", "args", "keywords", "elts", "decorator_list"})


class CannotRemove(Exception):
    """The key is missing or stands nowhere in the solution; the message says what to write."""


def without_key(text: str, key: str) -> str:
    """The program with every piece left out that reads as ``key``.

    Args:
      text: of the program.
      key: the piece, or its first line if it has several; or the whole line that it begins, with
        its comma and comment, to tell it from others like it.

    Raises:
      CannotRemove: nothing in the program reads like that.
    """
    removal = _Removal(text, key.strip())
    changed = removal.visit(parse(text))
    if not key.strip():
        raise CannotRemove(
            "there is no key: name the statement, argument or list element of solution.py "
            "without which an answer must fail"
        )
    if not removal.removed:
        raise CannotRemove(
            f"key = {key!r} is no statement, argument, list element or link of a chain in "
            f"solution.py; write it, or its first line, as it stands there"
        )
    return ast.unparse(ast.fix_missing_locations(changed))


class _Removal(ast.NodeTransformer):
    """Leaves out what reads as the key, and counts it."""

    def __init__(self, text: str, key: str) -> None:
        self._text = text
        self._lines = text.splitlines()
        self._key = key
        self.removed = 0

    def visit(self, node: ast.AST) -> ast.AST:
        inner = _chained_to(node)
        if inner is not None and self._key and self._after(inner, node) == self._key:
            self.removed += 1
            return self.visit(inner)
        self._shorten_lists(node)
        return self.generic_visit(node)

    def _shorten_lists(self, node: ast.AST) -> None:
        if isinstance(node, ast.arguments):
            return
        for field, items in ast.iter_fields(node):
            if field in _LISTS and isinstance(items, list):
                kept = [item for item in items if not self._is_key(item)]
                self.removed += len(items) - len(kept)
                needs_one = field == "body" and not kept and bool(items)
                setattr(node, field, [ast.Pass()] if needs_one else kept)

    def _is_key(self, node: ast.AST) -> bool:
        segment = ast.get_source_segment(self._text, node)
        if segment is None or not self._key:
            return False
        line = self._lines[node.lineno - 1].strip()  # type: ignore[attr-defined]
        begins_line = line.startswith(segment.splitlines()[0])
        first = segment.splitlines()[0].strip()
        return self._key == first or (begins_line and self._key == line)

    def _after(self, inner: ast.expr, node: ast.AST) -> str:
        """What a node adds to the one that it begins with."""
        whole = ast.get_source_segment(self._text, node) or ""
        begun = ast.get_source_segment(self._text, inner) or ""
        return whole[len(begun) :].strip() if whole.startswith(begun) else ""


def _chained_to(node: ast.AST) -> ast.expr | None:
    """What a call of a method, an index or an operation is done to."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.value
    if isinstance(node, ast.Subscript):
        return node.value
    return node.left if isinstance(node, ast.BinOp) else None
