"""
A function of one's own ends without `return`, and Keras is given its None.

## Why it hurts
A function that does not return what it made gives None. Nothing complains where it is called; the program stops later, where Keras
finds None in the place of data, of a metric or of a loss.

## Example
    import keras
    import numpy as np


    def load():
        x = np.random.rand(40, 4)
        x = x - x.mean(axis=0)


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(load(), np.random.rand(40), verbose=0)

## Instead
    import keras
    import numpy as np


    def load():
        x = np.random.rand(40, 4)
        return x - x.mean(axis=0)


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(load(), np.random.rand(40), epochs=2, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.returns import last_made, silent_function
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-3")
GUIDE = "Python tutorial: Defining functions"
EXPLAINS = (
    *("no_layer_for_sequential", "model_of_no_tensors", "labels_missing", "no_callback_given"),
    *("python_list_as_data", "text_not_as_tensor"),
)

_SAID = re.compile(
    r"not optional, but None was passed|None values not supported|[Rr]eceived:? `?None`?|Unrecognized data type: x=None|including "
    r"invalid value None|'NoneType' object has no attribute '(?:set_model|shape)'|Received: None \(of type"
)
# What a metric or a loss was made for is told later, by fit.
_TOLD_LATER = ("compile",)
_USED_BY = ("fit", "evaluate", "predict", "Model", "Sequential", "add", "compile")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith("keras.") or not _SAID.search(error.message):
        return None
    for call in _calls(evidence.source, error):
        for given, made in _made(evidence.source, call):
            function = silent_function(evidence.source, made)
            if function is not None:
                return _finding(call, given, function)
    return None


def _finding(call: ast.Call, given: ast.expr, function: ast.FunctionDef) -> Finding:
    last = last_made(function, ast.unparse(given))
    return Finding(
        line=function.lineno,
        about=function.name,
        evidence=f"{function.name} ends without return, so {dotted_name(call.func).rpartition('.')[2]} in line {call.lineno} is given "
        f"None for {ast.unparse(given)}",
        change=f"let {function.name} end with return {last or '...'}",
    )


def _calls(source: Source, error: Error) -> Iterator[ast.Call]:
    """Calls around the line that stopped, then those that told Keras of metrics and losses."""
    around = [c for c in calls_around(source, error.line) if last_name(c.func) in _USED_BY]
    yield from around
    for name in _TOLD_LATER:
        yield from (one for one in source.calls(name) if one not in around)


def _made(source: Source, call: ast.Call) -> Iterator[tuple[ast.expr, ast.Call]]:
    """What a call is given, alone and in lists, with the call that made it."""
    for given in [*call.args, *(one.value for one in call.keywords)]:
        for node in given.elts if isinstance(given, ast.List | ast.Tuple) else [given]:
            value = (
                value_of(source, node.id, before=call.lineno)
                if isinstance(node, ast.Name)
                else node
            )
            if isinstance(value, ast.Call):
                yield node, value
