"""Slips of the hand: what is deleted, misspelt, or written as another version wanted it."""

import ast
from collections.abc import Iterator

from etude.diagnoses.source import last_name
from mutation.code import Change, Code
from mutation.literals import word
from mutation.place import names_given

#: Keyword arguments as other versions, or people, call them.
_OLD_NAMES = {
    "learning_rate": "lr",
    "epochs": "nb_epoch",
    "units": "output_dim",
    "filters": "nb_filter",
    "strides": "subsample",
    "padding": "border_mode",
    "kernel_initializer": "init",
    "validation_data": "val_data",
    "validation_split": "val_split",
    "batch_size": "batchsize",
    "metrics": "metric",
    "buffer_size": "buffersize",
    "num_classes": "nb_classes",
    "optimizer": "optimiser",
}
_CHOOSING = ("activation", "loss", "optimizer", "metrics", "padding", "monitor", "mode")
_CHOOSE_BY_PLACE = {"compile": (0, 1), "Dense": (1,), "Activation": (0,)}
# What a program is no worse without, as is plain to see.
_ONLY_SHOWN = ("print", "summary", "seed", "set_random_seed", "plot", "show", "savefig")
_LEAST_LETTERS = 4


def statement_deleted(code: Code) -> Iterator[Change]:
    """One statement is missing, of those without which every name is still there."""
    for statement in code.statements:
        if _can_go(code, statement):
            edits = [code.put(statement, "pass")]
            yield Change(edits=edits, piece=statement, handed_on=True)


def misspelt(code: Code) -> Iterator[Change]:
    """A word that chooses something, without one of its letters or with a capital."""
    for node in _choices(code):
        chosen = word(node) or ""
        for other in (chosen[:-2] + chosen[-1:], chosen[:-1] + chosen[-1:].upper()):
            if len(chosen) >= _LEAST_LETTERS:
                yield Change(edits=[code.put(node, f'"{other}"')], piece=node)


def other_keyword(code: Code) -> Iterator[Change]:
    """A keyword argument by the name that another version gives it, or people do."""
    for call in code.calls():
        for keyword in call.keywords:
            if (old := _OLD_NAMES.get(keyword.arg or "")) is not None:
                new = f"{old}={code.text_of(keyword.value)}"
                yield Change(edits=[code.put(keyword, new)], piece=call, handed_on=True)


def not_called(code: Code) -> Iterator[Change]:
    """Brackets are missing: ``model.fit``, ``EarlyStopping``, ``x.numpy``."""
    for call in code.calls():
        is_statement = isinstance(code.statement_of(call), ast.Expr)
        alone = is_statement and code.text_of(code.statement_of(call)) == code.text_of(call)
        if (alone or not (call.args or call.keywords)) and last_name(call.func) not in _ONLY_SHOWN:
            edits = [code.cut_after(call.func, until=call)]
            yield Change(edits=edits, piece=call, handed_on=True)


def _can_go(code: Code, statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        call = statement.value
        return isinstance(call, ast.Call) and last_name(call.func) not in _ONLY_SHOWN
    if not isinstance(statement, ast.Assign | ast.AugAssign) or _is_of_class(code, statement):
        return False
    given = names_given(statement)
    return "self" not in given and given <= _names_before(code, statement)


def _is_of_class(code: Code, statement: ast.stmt) -> bool:
    return isinstance(next(code.parents(statement), None), ast.ClassDef)


def _names_before(code: Code, statement: ast.stmt) -> frozenset[str]:
    """Names that something above has bound: parameters, earlier statements."""
    found: set[str] = set()
    for node in code.nodes:
        if node.lineno >= statement.lineno:  # type: ignore[attr-defined]
            break
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return frozenset(found)


def _choices(code: Code) -> Iterator[ast.expr]:
    for call in code.calls():
        places = _CHOOSE_BY_PLACE.get(last_name(call.func), ())
        given = [call.args[place] for place in places if place < len(call.args)]
        given += [one.value for one in call.keywords if one.arg in _CHOOSING]
        for part in given:
            yield from part.elts if isinstance(part, ast.List) else [part]
