"""
Numbers that begin with 1 need one row more than there are of them: the last one has no place in the table.

## Why it hurts
`Tokenizer.word_index`, and most dictionaries that leave 0 to padding, number n words from 1 to n. A table of n rows has
the rows 0 to n - 1, so the last word, a rare one, falls outside, and the program stops. The Embedding that the table is
for must have the row more as well.

## Example
    import numpy as np

    word_index = {"good": 1, "bad": 2, "film": 3}
    vectors = {word: np.random.rand(8) for word in word_index}

    matrix = np.zeros((len(word_index), 8))
    for word, i in word_index.items():
        matrix[i] = vectors[word]

## Instead
    import numpy as np

    word_index = {"good": 1, "bad": 2, "film": 3}
    vectors = {word: np.random.rand(8) for word in word_index}

    matrix = np.zeros((len(word_index) + 1, 8))
    for word, i in word_index.items():
        matrix[i] = vectors[word]
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, names_in, root
from etude.diagnoses.places import handed_over
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-3", "dev-3")
GUIDE = "Keras API: Embedding layer"
EXPLAINS = ("index_past_the_end",)

_OUTSIDE = re.compile(
    r"index (?P<number>\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)"
)
_TABLES = ("zeros", "ones", "empty", "full", "normal", "uniform", "random", "rand", "randn")
_MOST_NAMES = 5


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _OUTSIDE.search(error.message) if error else None
    if error is None or found is None or found["number"] != found["size"]:
        return None
    for table in _filled(evidence.source, error.line):
        counted = _count_behind(evidence.source, table, int(found["axis"]), before=error.line)
        if counted is not None:
            size = int(found["size"])
            return Finding(
                line=counted.lineno,
                evidence=f"{table} has {size} {_places(found)}, 0 to {size - 1}, and line {error.line} writes to number "
                f"{size}: the numbers begin with 1, and 0 takes a place too",
                change=f"make one more: {ast.unparse(counted)} + 1, here and in the Embedding that gets the table",
            )
    return None


def _places(found: re.Match[str]) -> str:
    return "rows" if found["axis"] == "0" else "columns"


def _filled(source: Source, line: int) -> Iterator[str]:
    """Names of what is written into, in a line, at the number that a dictionary gives."""
    for node in source.all(ast.Assign):
        for one in node.targets if spans(node, line) else ():
            if isinstance(one, ast.Subscript) and _is_of_dictionary(source, one.slice):
                yield root(one)


def _is_of_dictionary(source: Source, place: ast.expr) -> bool:
    """``i`` of ``for word, i in numbers.items()``, ``numbers[word]``, or a name for that."""
    parts = [*ast.walk(place)]
    for name in names_in(place):
        value = assigned_value(source, name, before=place.lineno)
        parts += ast.walk(value) if value is not None else ()
    if any(_looks_up(part) for part in parts):
        return True
    pairs = [n.target for n in source.all(ast.For) if _is_items(n.iter)]
    numbers = {
        name for one in pairs if isinstance(one, ast.Tuple) for name in names_in(one.elts[-1])
    }
    return bool(numbers & names_in(place))


def _looks_up(node: ast.AST) -> bool:
    got = isinstance(node, ast.Call) and dotted_name(node.func).endswith(".get")
    return got or isinstance(node, ast.Subscript)


def _is_items(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and dotted_name(node.func).endswith(".items")


def _count_behind(source: Source, table: str, axis: int, *, before: int) -> ast.Call | None:
    """The ``len(...)`` that an axis of a table is as long as, written there or behind a name."""
    made = assigned_value(source, table, before=before)
    if not isinstance(made, ast.Call) or not dotted_name(made.func).endswith(_TABLES):
        return None
    shape = given(made, "shape", 0)
    axes = shape.elts if isinstance(shape, ast.Tuple) else []
    waiting = [axes[axis] if axis < len(axes) else made]
    for _ in range(_MOST_NAMES):
        if not waiting:
            return None
        expression = waiting.pop(0)
        counts = [node for node in ast.walk(expression) if _counts(node)]
        if counts:
            return counts[0]  # type: ignore[return-value]
        for name in sorted(names_in(expression)):
            value = assigned_value(source, name, before=before)
            waiting += [value] if value is not None else handed_over(source, name, before)
    return None


def _counts(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and dotted_name(node.func) == "len"
