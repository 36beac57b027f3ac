"""Layers that are called for nothing: no line reads what they gave."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.names import blocks, full_name
from etude.diagnoses.places import class_around, function_around
from etude.diagnoses.source import Source, dotted_name, last_name

_OWN = ("Layer", "Model")
_CALL = ("call", "__call__")


@dataclass(frozen=True, kw_only=True)
class LayerCall:
    """``name = layer(given)``.

    Attributes:
      in_class: whether it stands in the ``call`` of a class, whose layers are made elsewhere.
    """

    name: str
    given: str
    statement: ast.Assign
    in_class: bool

    @property
    def line(self) -> int:
        return self.statement.lineno


@dataclass(frozen=True, kw_only=True)
class Unused:
    """A layer's call whose output nothing reads.

    Attributes:
      anew: the call that gives the name another output, None where the name just ends.
      around: the assignments of its block.
    """

    call: LayerCall
    anew: LayerCall | None
    around: Sequence[ast.Assign]


def unused_layers(source: Source) -> Iterator[Unused]:
    """From the first line to the last of each block."""
    for block in blocks(source):
        around = [one for one in block if isinstance(one, ast.Assign)]
        for place, statement in enumerate(block):
            call = _layer_call(source, statement)
            if call is None:
                continue
            later = (one for one in block[place + 1 :] if _touches(one, call.name))
            toucher = next(later, None)
            anew = _layer_call(source, toucher) if toucher is not None else None
            if anew is not None and _begins_again(block, call.line, anew.line):
                continue
            if _is_made_anew(call, anew) or (toucher is None and _ends_here(source, block, call)):
                yield Unused(call=call, anew=anew, around=around)


def _layer_call(source: Source, statement: ast.stmt) -> LayerCall | None:
    """``name = Dense(4)(x)``, or ``name = self.dense(x)`` in a ``call``; of tensors with a name."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Call):
        return None
    (target, *others), call = statement.targets, statement.value
    if not isinstance(target, ast.Name) or others or target.id == "_" or len(call.args) != 1:
        return None
    calls = any(isinstance(one, ast.Call) for one in ast.walk(call.args[0]))
    if calls or not _is_layer(source, call):
        return None
    return LayerCall(
        name=target.id,
        given=ast.unparse(call.args[0]),
        statement=statement,
        in_class=not isinstance(call.func, ast.Call),
    )


def _is_layer(source: Source, call: ast.Call) -> bool:
    if isinstance(call.func, ast.Call):
        made = full_name(source, call.func.func)
        return ".layers." in made or made.rpartition(".")[2] in _own_layers(source)
    own, _, layer = dotted_name(call.func).partition(".")
    if own != "self" or not layer or "." in layer or class_around(source, call.lineno) is None:
        return False
    function = function_around(source, call.lineno)
    return function is not None and function.name in _CALL


def _own_layers(source: Source) -> set[str]:
    """Classes of this file that are layers or models."""
    return {
        one.name
        for one in source.all(ast.ClassDef)
        if any(dotted_name(base).endswith(_OWN) for base in one.bases)
    }


def _touches(statement: ast.stmt, name: str) -> bool:
    """Whether a statement reads a name or gives it something."""
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(statement))


def _reads(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load)
        for one in ast.walk(node)
    )


def _is_made_anew(call: LayerCall, anew: LayerCall | None) -> bool:
    """Whether a name is given another output that is not made of it."""
    return (
        anew is not None and anew.name == call.name and not _reads(anew.statement.value, call.name)
    )


def _begins_again(block: Sequence[ast.stmt], start: int, end: int) -> bool:
    """Whether a name of an ``Input`` above gets another one between: there the next network begins,
    and what was made before was only looked at.
    """
    made = [
        (one.lineno, target.id)
        for one in block
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call)
        if last_name(one.value.func) == "Input"
        for target in one.targets
        if isinstance(target, ast.Name)
    ]
    before = {name for line, name in made if line < start}
    return any(start < line < end and name in before for line, name in made)


def _ends_here(source: Source, block: Sequence[ast.stmt], call: LayerCall) -> bool:
    """Whether a name ends with the function, or the file, that it belongs to."""
    function = function_around(source, call.line)
    scope = function if function is not None else source.tree
    inner = [one for one in ast.walk(scope) if isinstance(one, ast.FunctionDef | ast.Lambda)]
    read_inside = any(_reads(one, call.name) for one in inner if one is not scope)
    return scope.body is block and not read_inside
