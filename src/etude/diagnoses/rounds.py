"""Questions about the Python loops in which the steps of a training are taken."""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, last_name

Round = ast.For | ast.While

_MOST_CALLERS = 3  # from the loop through the functions down to the step


def rounds_of(source: Source, line: int) -> Iterator[Sequence[Round]]:
    """The loops around a line, outermost first; of a function, those around each call of it."""
    waiting: list[tuple[int, int, Sequence[Round]]] = [(line, 0, ())]
    seen: set[int] = set()
    while waiting:
        at, depth, inner = waiting.pop(0)
        around = (*_around(source, at), *inner)
        function = function_around(source, at)
        if function is None or depth == _MOST_CALLERS:
            yield around
            continue
        for call in _calls_of(source, function.name):
            if call.lineno not in seen:
                seen.add(call.lineno)
                waiting.append((call.lineno, depth + 1, around))


def round_around(source: Source, line: int) -> Round | None:
    """The innermost loop around a line of the text, whatever functions lie between."""
    loops: list[Round] = [*source.all(ast.For), *source.all(ast.While)]
    around = [loop for loop in loops if loop.lineno < line <= (loop.end_lineno or 0)]
    return max(around, key=lambda loop: loop.lineno, default=None)


def places_of(source: Source, line: int) -> Iterator[int]:
    """The line, and those of the calls that lead to it."""
    yield line
    function = function_around(source, line)
    for call in _calls_of(source, function.name) if function else ():
        yield call.lineno


def holds(loop: ast.AST, line: int) -> bool:
    """Whether a line lies in the body of a loop."""
    body = getattr(loop, "body", [])
    return bool(body) and body[0].lineno <= line <= (body[-1].end_lineno or 0)


def _around(source: Source, line: int) -> Sequence[Round]:
    function = function_around(source, line)
    nodes = ast.walk(function) if function is not None else source.nodes
    loops = [n for n in nodes if isinstance(n, ast.For | ast.While) and holds(n, line)]
    return tuple(sorted(loops, key=lambda loop: loop.lineno))


def _calls_of(source: Source, name: str) -> list[ast.Call]:
    """Calls of a function by its name, or handed to ``strategy.run``."""
    handed = [call for call in source.calls("run") if call.args and _last(call.args[0]) == name]
    return [*source.calls(name), *handed]


def _last(node: ast.AST) -> str:
    return last_name(node)
