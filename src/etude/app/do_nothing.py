"""An answer that has every name that is asked for, and does nothing."""

import ast

from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.domain.syntax import parse

_DOCSTRING = '"""Does nothing."""'


def do_nothing(exercise: Exercise) -> str:
    """Its functions take what the solution's take and return None; its values are None."""
    tree = parse(read_text(exercise, "solution.py"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    parts = [_nothing(name, functions.get(name)) for name in exercise.wants]
    return "\n\n\n".join([_DOCSTRING, *parts]) + "\n"


def _nothing(name: str, function: ast.FunctionDef | None) -> str:
    if function is None:
        return f"{name} = None"
    parameters = function.args
    # Defaults and annotations may be made from names that are not there.
    for parameter in ast.walk(parameters):
        if isinstance(parameter, ast.arg):
            parameter.annotation = None
    parameters.defaults = [ast.Constant(None) for _ in parameters.defaults]
    parameters.kw_defaults = [d and ast.Constant(None) for d in parameters.kw_defaults]
    return f"def {name}({ast.unparse(parameters)}):\n    return None"
