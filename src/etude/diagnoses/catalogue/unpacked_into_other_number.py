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
from etude.diagnoses.source import dotted_name, spans
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "dev-3")
GUIDE = "Python tutorial: Tuples and sequences"
EXPLAINS = ()

_SAID = re.compile(
    r"(?P<which>too many|not enough) values to unpack \(expected (?P<names>\d+)(?:, got (?P<parts>\d+))?\)"
    r"|cannot unpack non-iterable (?P<kind>\w+) object"
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


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, _ = stopped
    node = next((n for n in evidence.source.all(ast.Assign) if spans(n, error.line)), None)
    if node is None or not isinstance(node.value, ast.Call):
        return None
    function = node.value.func  # of a layer that is called at once its class
    called = dotted_name(function.func if isinstance(function, ast.Call) else function)
    called = called.rpartition(".")[2]
    if called not in _RETURNED:
        return None
    target = node.targets[0]
    names = len(target.elts) if isinstance(target, ast.Tuple | ast.List) else 1
    return Finding(
        line=node.lineno,
        about=called,
        evidence=f"`{ast.unparse(target)}` takes {names} parts, and {called} returns another number of them",
        change=f"{called} returns {_RETURNED[called]}",
    )
