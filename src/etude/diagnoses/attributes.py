"""The attributes of plain classes, read like variables."""

import ast
from collections.abc import Iterator, Set

_SELF = "self"
_ANY_CLASS = ("object", "ABC", "abc.ABC")


def with_names_for_attributes(tree: ast.Module) -> ast.Module:
    """The tree with ``self.x`` of a plain class as one name, "self.x", wherever it stands.

    People hold a whole training in a class: ``self.model``, ``self.x_train``. In a class that
    Keras makes something of (a model, a layer, a callback) attributes mean more, and stay.
    """
    return _OfPlainClasses().visit(tree)  # type: ignore[no-any-return]


class _OfPlainClasses(ast.NodeTransformer):
    """Rewrites classes that inherit nothing but from each other, also those inside of others."""

    def __init__(self) -> None:
        self._plain = set(_ANY_CLASS)
        self._attributes: Set[str] = set()  # of the class that is being visited

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        around, self._attributes = self._attributes, set()
        if not node.keywords and {ast.unparse(base) for base in node.bases} <= self._plain:
            self._plain.add(node.name)
            self._attributes = set(_assigned(node))
        self.generic_visit(node)
        self._attributes = around
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if _of_self(node) in self._attributes:
            return ast.copy_location(ast.Name(id=f"{_SELF}.{node.attr}", ctx=node.ctx), node)
        return self.generic_visit(node)


def _assigned(node: ast.AST) -> Iterator[str]:
    """Names of the attributes that the methods of a class set, without those of classes inside."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store):
            yield from filter(None, [_of_self(inner)])
        if not isinstance(inner, ast.ClassDef):
            yield from _assigned(inner)


def _of_self(node: ast.Attribute) -> str:
    """The name "x" of ``self.x``; "" of other attributes."""
    own = isinstance(node.value, ast.Name) and node.value.id == _SELF
    return node.attr if own else ""
