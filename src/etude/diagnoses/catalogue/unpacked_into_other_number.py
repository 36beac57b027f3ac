"""
What a call returns is taken apart into another number of names than it has parts.

## Why it hurts
`train_test_split` returns two parts of each array that it is given, `load_data` two pairs, `evaluate` the loss and each metric.
With another number of names on the left the program stops; with the right number in a wrong order it would go on.

## Example
    import numpy as np
    from sklearn.model_selection import train_test_split

    x, y = np.zeros((20, 3)), np.zeros(20)
    x_train, x_test, y_train = train_test_split(x, y)

## Instead
    import numpy as np
    from sklearn.model_selection import train_test_split

    x, y = np.zeros((20, 3)), np.zeros(20)
    x_train, x_test, y_train, y_test = train_test_split(x, y)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name, spans
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "dev-3")
GUIDE = "Python tutorial: Tuples and sequences"
EXPLAINS = ()

_SAID = re.compile(
    r"(?P<which>too many|not enough) values to unpack \(expected (?P<names>\d+)(?:, got (?P<parts>\d+))?\)"
    r"|cannot unpack non-iterable (?P<kind>\w+) object|Cannot iterate over a scalar tensor"
)
# What a call of this name returns.
_RETURNED = {
    "train_test_split": "two parts of each array: x_train, x_test, y_train, y_test = train_test_split(x, y)",
    "load_data": "two pairs: (x_train, y_train), (x_test, y_test) = ...load_data()",
    "evaluate": "the loss and each metric that compile was given, in this order; the loss alone without metrics",
    "split_dataset": "two datasets: left, right = split_dataset(...)",
    "LSTM": "with return_state=True its output and two states: output, h, c = ...",
    "GRU": "with return_state=True its output and one state: output, state = ...",
    "Bidirectional": "with return_state=True its output and the states of both directions: output, h1, c1, h2, c2 = ...",
    "fit": "one History: history = model.fit(...)",
    "fit_transform": "one array",
    "predict": "one array, or a list with one for each output",
}

_LONG = 40


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    node = _taken_apart(evidence.source, error.line)
    if node is None:
        return None
    if isinstance(node, ast.For):
        return _of_a_loop(node, found)
    target = node.targets[0]
    names = _parts(target) or 1
    called = _called(node.value)
    returned = _RETURNED.get(called) or _by_own_function(evidence.source, called)
    if not returned and not _parts(node.value):
        return None
    told = f"{called} returns" if called else "on the right stand"
    return Finding(
        line=node.lineno,
        about=called,
        evidence=f"`{_named(target)}` takes {names} parts, and {told} another number of them",
        change=f"{told} {returned or _parts(node.value)}",
    )


def _taken_apart(source: Source, line: int) -> ast.Assign | ast.For | None:
    """The assignment of this line, or the loop whose head is there, when it has several names."""
    assigned = next((n for n in source.all(ast.Assign) if spans(n, line)), None)
    loops = (n for n in source.all(ast.For) if n.target.lineno <= line <= (n.iter.end_lineno or 0))
    return assigned or next((n for n in loops if _parts(n.target)), None)


def _parts(node: ast.expr) -> int:
    return len(node.elts) if isinstance(node, ast.Tuple | ast.List) else 0


def _named(target: ast.expr) -> str:
    text = ast.unparse(target)
    return text[1:-1] if _parts(target) and text.startswith("(") else text


def _called(value: ast.expr) -> str:
    """The name of what is called; of a layer that is called at once its class."""
    if not isinstance(value, ast.Call):
        return ""
    function = value.func
    called = dotted_name(function.func if isinstance(function, ast.Call) else function)
    return called.rpartition(".")[2]


def _by_own_function(source: Source, name: str) -> str:
    """How many values the person's own function gives back, and where."""
    own = next((one for one in source.functions() if one.name == name), None)
    returns = [n for n in ast.walk(own) if isinstance(n, ast.Return)] if own else []
    last = returns[-1] if returns else None
    if last is None or last.value is None or not _parts(last.value):
        return ""
    return f"{_parts(last.value)} values in line {last.lineno}: {_short(ast.unparse(last.value))}"


def _of_a_loop(node: ast.For, found: re.Match[str]) -> Finding:
    names, over = _named(node.target), _short(ast.unparse(node.iter))
    nested = any(map(_parts, getattr(node.target, "elts", [])))
    counted = nested and _called(node.iter) != "enumerate"
    has = f"{found['parts']} parts" if found["parts"] else "another number of parts"
    return Finding(
        line=node.lineno,
        about=over,
        evidence=f"`{names}` takes {_parts(node.target)} parts of each element of {over}, which has {has}",
        change=f"number the elements: for {names} in enumerate({over})"
        if counted
        else "as many names as an element has parts: print(next(iter(...))) shows the first",
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 3]}..."
