"""Questions about the ``tf.function``s of a program."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """One function as it was seen after a few calls.

    Attributes:
      line: of the call; numbers: the Python numbers it was given; shapes: how many different
        shapes its tensors had.
    """

    name: str
    line: int
    calls: int
    traces: int
    numbers: Sequence[float]
    shapes: int
    definition: ast.FunctionDef


def traced_functions(evidence: Evidence) -> list[Traced]:
    """Every function whose definition is found in the source, as it was seen last."""
    last = {call.arguments["defined"]: call for call in evidence.calls_of("tf.function")}
    definitions = {line: f for f in evidence.source.functions() for line in _first_lines(f)}
    return [
        Traced(
            name=call.arguments["function"],
            line=call.line,
            calls=call.arguments["calls"],
            traces=call.arguments["traces"],
            numbers=call.arguments["python"],
            shapes=call.arguments["shapes"],
            definition=definitions[line],
        )
        for line, call in last.items()
        if line in definitions
    ]


def _first_lines(function: ast.FunctionDef) -> list[int]:
    """Where Python says that it begins: at its first decorator, if it has one."""
    return [function.lineno, *(one.lineno for one in function.decorator_list)]
