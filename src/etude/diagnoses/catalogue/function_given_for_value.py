"""
A function or method stands where what it gives is wanted: its brackets are missing.

## Why it hurts
`x.mean` is the method, `x.mean()` is the number. Python only notices where somebody calculates with the method, walks over it or
looks something up in it, often many lines further down, and then speaks of a "builtin_function_or_method" or "function object".

## Example
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 3))
    mean, spread = x.mean, x.std()
    x = (x - mean) / spread

## Instead
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 3))
    mean, spread = x.mean(), x.std()
    x = (x - mean) / spread
"""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, paired
from etude.diagnoses.source import Source, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors"
EXPLAINS = (
    *("history_is_no_dictionary", "python_list_as_data", "operands_do_not_fit"),
    *("number_types_mixed", "name_misspelt", "none_counted_with", "labels_missing"),
)

_KINDS = r"(?:builtin_function_or_method|function|method)"
# What Python says of such a thing where it wanted another, and how Keras prints one.
_SAID = re.compile(
    rf"unsupported operand type\(s\) for .*'{_KINDS}'"
    rf"|'{_KINDS}' object (?:is not (?:iterable|subscriptable|an iterator)|has no attribute)"
    rf"|object of type '{_KINDS}' has no len"
    rf"|not supported between instances of .*'{_KINDS}'"
    rf"|format string passed to {_KINDS}\."
    r"|^Unrecognized data type: .*<(?:bound|built-in) method ",
    re.DOTALL,
)
_AMONG_OTHERS = re.compile(rf"\(.*\b{_KINDS}\b.*\)")
#: Attributes that nobody calls.
_PLAIN = ("shape", "dtype", "name", "size", "ndim", "T", "values", "AUTOTUNE", "float32")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bare:
    """A function that is named and not called.

    Attributes:
      held_by: the variable that it was given to, "" where the line itself names it.
    """

    line: int
    name: str
    held_by: str = ""


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not (_SAID.search(error.message) or _is_fed_to_fit(evidence)):
        return None
    bare = _bare(evidence.source, error)
    if bare is None:
        return None
    holds = f"{bare.held_by} is {bare.name}" if bare.held_by else f"this is {bare.name}"
    return Finding(
        line=bare.line,
        about=bare.held_by or bare.name,
        evidence=f"line {error.line} wants a value, and {holds} itself, not what it gives: line {bare.line} names it without brackets",
        change=f"{bare.name}()",
    )


def _is_fed_to_fit(evidence: Evidence) -> bool:
    """Whether inputs or labels of a training that stopped are one."""
    stopped = [fit for fit in evidence.fits if not fit.finished]
    return any(_AMONG_OTHERS.search(fit.train.type) for fit in stopped)


def _bare(source: Source, error: Error) -> _Bare | None:
    """What a variable of the line that stops holds, else the only thing in it that might be called."""
    statement = _statement(source, error.line)
    if statement is None:
        return None
    called = {id(call.func) for call in calls_in(statement)}
    inner = [node for node in ast.walk(statement) if id(node) not in called]
    names = [node.id for node in inner if isinstance(node, ast.Name)]
    held = (_held(source, name, before=error.line) for name in names)
    return next((one for one in held if one is not None), None) or _only_attribute(inner)


def _only_attribute(inner: Sequence[ast.AST]) -> _Bare | None:
    """The one attribute that is read whole and holds no plain value."""
    begun = {id(node.value) for node in inner if isinstance(node, ast.Attribute)}
    whole = [node for node in inner if isinstance(node, ast.Attribute) and id(node) not in begun]
    named = [node for node in whole if node.attr not in _PLAIN]
    return _Bare(line=named[0].lineno, name=ast.unparse(named[0])) if len(named) == 1 else None


def _held(source: Source, name: str, *, before: int) -> _Bare | None:
    """The method, or function of the program, that a name was last given above a line."""
    given = [one for one in _given(source, name) if one.lineno < before]
    last = max(given, key=lambda value: value.lineno, default=None)
    functions = {function.name for function in source.functions()}
    is_function = isinstance(last, ast.Name) and last.id in functions
    if last is not None and (is_function or isinstance(last, ast.Attribute)):
        return _Bare(line=last.lineno, name=ast.unparse(last), held_by=name)
    return None


def _given(source: Source, name: str) -> Iterator[ast.expr]:
    for assignment in source.all(ast.Assign):
        for target in assignment.targets:
            for one, value in paired(target, assignment.value):
                if isinstance(one, ast.Name) and one.id == name:
                    yield value


def _statement(source: Source, line: int) -> ast.AST | None:
    """The innermost statement on a line; of a loop what it walks over."""
    around = [node for node in source.nodes if isinstance(node, ast.stmt) and spans(node, line)]
    found = min(around, key=lambda node: (node.end_lineno or 0) - node.lineno, default=None)
    return found.iter if isinstance(found, ast.For) else found
