"""What a value in the source is made of, through names and through functions of the same file."""

import ast
from collections.abc import Callable, Iterator

from etude.diagnoses.columns import ALL, Columns, column_values, columns_used
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, names_in, root
from etude.diagnoses.places import call_at, function_around, handed_over
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source
from etude.domain.observations import Call, Data, Fit

_MOST = 200  # expressions; programs as people write them have a dozen


def origins(source: Source, node: ast.AST | None, *, before: int) -> Iterator[ast.AST]:
    """Every part of an expression, of what its names were given above a line, and so on.

    A call of a function of the file goes back to its arguments and to what it returns, a parameter
    to what the function is called with, a table to those of its columns that are used.
    """
    waiting = [(node, before, ALL)] if node is not None else []
    seen: set[tuple[int, Columns]] = set()
    told: set[int] = set()
    while waiting and len(seen) < _MOST:
        expression, line, columns = waiting.pop(0)
        if (id(expression), columns) in seen:
            continue
        seen.add((id(expression), columns))
        used = columns_used(source, expression)
        for part in ast.walk(expression):
            if id(part) not in told:
                told.add(id(part))
                yield part
            taken = used.get(part, columns)
            waiting += [(one, one.lineno - 1, taken) for one in _behind(source, part, line, taken)]


def turned_since(
    evidence: Evidence,
    concerns: Callable[[Data], object],
    turns: Callable[[ast.AST], ast.expr | None],
) -> Iterator[tuple[Fit, Call, ast.AST]]:
    """Later calls that get turned what ``fit`` was given as it is, each with what turns it.

    Args:
      concerns: true for the data that the question is about.
      turns: gives the expression that a node turns, None when it turns nothing.
    """
    for fit in evidence.fits:
        for call in evidence.calls_with_model_of(fit) if concerns(fit.train) else ():
            if call.data is not None and concerns(call.data):
                node = _turning(evidence.source, fit, call, turns)
                if node is not None:
                    yield fit, call, node


def _turning(
    source: Source, fit: Fit, call: Call, turns: Callable[[ast.AST], ast.expr | None]
) -> ast.AST | None:
    learned = list(origins(source, inputs_given(source, fit.line, "fit"), before=fit.line))
    if not learned or any(turns(node) is not None for node in learned):
        return None
    verb = call.name.removeprefix("Model.")
    for node in origins(source, inputs_given(source, call.line, verb), before=call.line):
        turned = turns(node)
        if turned is not None and root(turned) in names_in(*learned):
            return node
    return None


def _behind(source: Source, part: ast.AST, line: int, columns: Columns) -> list[ast.expr]:
    if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
        value = _visible_value(source, part.id, line)
        made = value.lineno if value is not None else 0
        own = [*column_values(source, part, columns, after=made, before=line)]
        if value is None or not _share_function(source, value, part):
            own += handed_over(source, part.id, part.lineno)
        return [*own, value] if value is not None else own
    function = function_of(source, part.func) if isinstance(part, ast.Call) else None
    returns = [n for n in ast.walk(function) if isinstance(n, ast.Return)] if function else []
    return [one.value for one in returns if one.value is not None]


def _share_function(source: Source, value: ast.expr, part: ast.Name) -> bool:
    return function_around(source, value.lineno) is function_around(source, part.lineno)


def _visible_value(source: Source, name: str, line: int) -> ast.expr | None:
    """What a name was last given, but for names of the same spelling inside other functions."""
    value = assigned_value(source, name, before=line)
    while value is not None and "." not in name:  # an attribute is seen in every method
        around = function_around(source, value.lineno)
        if around is None or around.lineno <= line <= (around.end_lineno or 0):
            return value
        value = assigned_value(source, name, before=around.lineno - 1)
    return value


def inputs_given(source: Source, line: int, verb: str) -> ast.expr | None:
    """The inputs of a call of ``fit``, ``predict`` and the like, as they are written."""
    call = call_at(source, line, verb)
    return given(call, "x", 0) if call is not None else None
