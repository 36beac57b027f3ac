"""What a program turns back into the units of its data."""

import ast

from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, dotted_name

_ASKS = ("predict", "predict_on_batch")


def turns_answer(source: Source, call: ast.Call) -> bool:
    """Whether what ``inverse_transform`` is given is what a model answered."""
    answered = call.args[0] if call.args else None
    return answered is not None and is_answer(source, answered)


def is_answer(source: Source, node: ast.expr) -> bool:
    """Whether an answer of a model is behind a value."""
    return any(_asks(one) for one in origins(source, node, before=node.lineno))


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and dotted_name(node.func).rpartition(".")[2] in _ASKS
