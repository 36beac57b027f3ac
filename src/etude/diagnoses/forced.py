"""Layers that are always called as if the network were learning, or as if it never were."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from etude.diagnoses.source import Source, dotted_name, last_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Forced:
    """A call with ``training`` written out: in a ``call`` method, or where a model is put together.

    Attributes: owner: the class, "" in a functional model; name: "self.drop"; kind: the layer's
      class; made: its line.
    """

    owner: str
    call: ast.Call
    name: str
    kind: str
    made: int


def forced_in_classes(
    source: Source, is_kind: Callable[[str], bool], *, training: bool = True
) -> Iterator[Forced]:
    """Those of the layers whose class is asked for, told that they train, or that they do not."""
    for definition in source.nodes:
        if isinstance(definition, ast.ClassDef):
            made = dict(_made(definition, is_kind))
            for call in _always_told(definition, training):
                name = dotted_name(call.func)
                if name in made:
                    kind, line = made[name]
                    owner = definition.name
                    yield Forced(owner=owner, call=call, name=name, kind=kind, made=line)


def forced_in_graphs(source: Source, is_kind: Callable[[str], bool]) -> Iterator[Forced]:
    """``Dropout(0.5)(x, training=True)``: it stays that way in the model that is made of it."""
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Call) and _is_told(node, True):
            name = dotted_name(node.func.func)
            kind = name.rpartition(".")[2]
            if is_kind(kind):
                yield Forced(owner="", call=node, name=name, kind=kind, made=node.func.lineno)


def _made(
    definition: ast.ClassDef, is_kind: Callable[[str], bool]
) -> Iterator[tuple[str, tuple[str, int]]]:
    """Attributes of the class that are such layers, and where they are made."""
    for node in ast.walk(definition):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            kind = last_name(node.value.func)
            if is_kind(kind):
                yield from ((dotted_name(t), (kind, node.lineno)) for t in node.targets)


def _always_told(definition: ast.ClassDef, training: bool) -> Iterator[ast.Call]:
    methods = (node for node in definition.body if isinstance(node, ast.FunctionDef))
    for method in methods:
        for node in ast.walk(method) if method.name == "call" else ():
            if isinstance(node, ast.Call) and _is_told(node, training):
                yield node


def _is_told(call: ast.Call, training: bool) -> bool:
    given = next((k.value for k in call.keywords if k.arg == "training"), None)
    return isinstance(given, ast.Constant) and given.value is training
