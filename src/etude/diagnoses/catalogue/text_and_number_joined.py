"""
A text and a number are put together with +.

## Why it hurts
`+` joins texts, and adds numbers; of one of each it makes nothing. It mostly stands in a line that only reports, and stops a program after its
training, when everything else was done. Between the braces of an f-string anything becomes text by itself.

## Example
    loss = 0.25
    print("loss: " + loss)

## Instead
    loss = 0.25
    print(f"loss: {loss:.3f}")
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, spans
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-3")
GUIDE = "Python tutorial: Fancier output formatting"
EXPLAINS = ()

_SAID = re.compile(
    r"can only concatenate str \(not \"(?P<kind>[\w.]+)\"\) to str|unsupported operand type\(s\) for \+: '(?P<left>[\w.]+)' and 'str'"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    for parts in _sums(evidence.source, error.line):
        joined = "".join(
            str(constant(one)) if _is_text(one) else f"{{{ast.unparse(one)}}}" for one in parts
        )
        return Finding(
            line=error.line,
            evidence=f"a text and a value of type {found['kind'] or found['left']} are put together with +",
            change=f"let an f-string make text of it: f{joined!r}",
        )
    return None


def _sums(source: Source, line: int) -> Iterator[list[ast.expr]]:
    """What each longest sum on this line is made of, where a text stands in it."""
    sums = [
        one for one in source.all(ast.BinOp) if isinstance(one.op, ast.Add) and spans(one, line)
    ]
    inner = {id(one.left) for one in sums}
    for one in sums:
        parts = list(_parts(one))
        if id(one) not in inner and any(_is_text(part) for part in parts):
            yield parts


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _parts(node.left)
        yield node.right
    else:
        yield node


def _is_text(node: ast.expr) -> bool:
    return isinstance(constant(node), str)
