"""
A class reads `self.x`, and nothing has kept `x` on the object.

## Why it hurts
An argument of `__init__`, and a name that is given a value there, is forgotten when `__init__` returns. What later methods
read has to be put on the object: `self.units = units`. `get_config` is called when the model is saved, often after hours of
training, and reads every argument of the layer: the program then stops with an `AttributeError`, and the model is lost.

## Example
    import keras

    @keras.saving.register_keras_serializable()
    class Scaled(keras.layers.Layer):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.dense = keras.layers.Dense(units)

        def call(self, values):
            return self.dense(values)

        def get_config(self):
            return {**super().get_config(), "units": self.units}

    model = keras.Sequential([keras.Input((4,)), Scaled(3)])
    model.save("scaled.keras")

## Instead
    import keras

    @keras.saving.register_keras_serializable()
    class Scaled(keras.layers.Layer):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.dense = keras.layers.Dense(units)

        def call(self, values):
            return self.dense(values)

        def get_config(self):
            return {**super().get_config(), "units": self.units}

    model = keras.Sequential([keras.Input((4,)), Scaled(3)])
    model.save("scaled.keras")
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import said
from etude.diagnoses.subclasses import methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "deploy-3", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ()

_SELF = "self"
_LACKS = re.compile(r"'(?P<kind>\w+)' object has no attribute '(?P<name>\w+)'")


def match(evidence: Evidence) -> Finding | None:
    # Keras raises anew what a `call` raises, and of the object that lacked it the words alone are left.
    ended = said(evidence, _LACKS)
    if ended is None or ended[0].type != "AttributeError":
        return None
    line, name = ended[0].line, ended[1]["name"]
    for kind in _classes(evidence.source, ended[1]["kind"]):
        seen = _forgotten(kind, name)
        if seen:
            names = _others(kind, name)
            return Finding(
                line=line,
                about=name,
                evidence=f"line {line} reads self.{name}, and {seen}",
                change=f"in __init__: {'; '.join(f'self.{one} = {one}' for one in names)}",
            )
    return None


def _classes(source: Source, name: str) -> Iterator[ast.ClassDef]:
    return (node for node in source.all(ast.ClassDef) if node.name == name)


def _forgotten(kind: ast.ClassDef, name: str) -> str:
    """Where the value stood that was not kept; "" when the class never had one."""
    made = methods_of(kind).get("__init__")
    if made is None or name in _kept(kind):
        return ""
    if name in _arguments(made):
        return f"__init__ in line {made.lineno} takes {name} and does not keep it"
    for node in ast.walk(made):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
            return f"line {node.lineno} gives {name} a value that __init__ alone knows"
    return ""


def _others(kind: ast.ClassDef, name: str) -> Sequence[str]:
    """This one, and what the class reads of its other arguments without having kept them."""
    kept, read = _kept(kind), set(_own(kind.body, ast.Load))
    made = methods_of(kind)["__init__"]
    also = [one for one in _arguments(made) if one in read and one not in kept and one != name]
    return [name, *also]


def _arguments(made: ast.FunctionDef) -> Sequence[str]:
    return [one.arg for one in [*made.args.posonlyargs, *made.args.args, *made.args.kwonlyargs]][1:]


def _kept(kind: ast.ClassDef) -> set[str]:
    return set(_own(kind.body, ast.Store))


def _own(body: Iterable[ast.AST], context: type[ast.expr_context]) -> Iterator[str]:
    """The names x of ``self.x`` that are read, or set."""
    for node in (inner for statement in body for inner in ast.walk(statement)):
        # Of a plain class the source has one name, "self.x".
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, context):
            owner, _, name = dotted_name(node).rpartition(".")
            if owner == _SELF:
                yield name
