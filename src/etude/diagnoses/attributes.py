"""The attributes of plain classes, read like variables."""

import ast
from collections.abc import Set

_SELF = "self"
_ANY_CLASS = ("object", "ABC", "abc.ABC")


def with_names_for_attributes(tree: ast.Module) -> ast.Module:
    """The tree with ``self.x`` of a plain class as one name, "self.x", wherever it stands.

    People hold a whole training in a class: ``self.model``, ``self.x_train``. In a class that
    Keras makes something of (a model, a layer, a callback) attributes mean more, and stay.
    """
    return _OfPlainClasses().visit(tree)  # type: ignore[no-any-return]


class _OfPlainClasses(ast.NodeTransformer):
    """Rewrites classes that inherit nothing but from each other."""

    def __init__(self) -> None:
        self._plain = set(_ANY_CLASS)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        if node.keywords or not {ast.unparse(base) for base in node.bases} <= self._plain:
            return self.generic_visit(node)
        self._plain.add(node.name)
        return _AsNames(_assigned(node)).generic_visit(node)


def _assigned(definition: ast.ClassDef) -> Set[str]:
    return {
        node.attr
        for node in ast.walk(definition)
        if _is_of_self(node) and isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


def _is_of_self(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == _SELF
    )


class _AsNames(ast.NodeTransformer):
    def __init__(self, attributes: Set[str]) -> None:
        self._attributes = attributes

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if _is_of_self(node) and node.attr in self._attributes:
            return ast.copy_location(ast.Name(id=f"{_SELF}.{node.attr}", ctx=node.ctx), node)
        return self.generic_visit(node)
