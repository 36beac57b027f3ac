"""
A layer that works with another one is given something else: a name, a function, or a layer where it takes a cell.

## Why it hurts
`TimeDistributed` and `Bidirectional` take a layer that was made, `RNN` takes a cell: what computes one step. `LSTM` is a whole
layer already, and `LSTMCell` its cell.

## Example
    import keras

    model = keras.Sequential([keras.Input((10, 3)), keras.layers.RNN(keras.layers.Dense(8)), keras.layers.Dense(1)])

## Instead
    import keras

    model = keras.Sequential([keras.Input((10, 3)), keras.layers.RNN(keras.layers.SimpleRNNCell(8)), keras.layers.Dense(1)])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-5", "model-3", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ("features_not_counted", "argument_not_recognized")

_NO_LAYER = re.compile(
    r"initialize `(?P<wrapper>\w+)` layer with a|supplied to Wrapper isn't a supported layer|`backward_layer` need to be"
)
_NO_CELL = re.compile(
    r"cell should have a `state_size`|`cell` should have a `call` method|cells must have a `(?:call|state_size)`"
)
_TURNED = re.compile(r"deserializing class '(?P<kind>\w+)'.*go_backwards", re.DOTALL)
_NO_SIZE = re.compile(r"must be fully-defined.*rnn/(?:lstm|gru|simple_rnn)", re.DOTALL)
_WRAPPERS = (
    "TimeDistributed",
    "Bidirectional",
    "RNN",
    "SpectralNormalization",
    "StackedRNNCells",
    "Wrapper",
)
_RECURRENT = ("LSTM", "GRU", "SimpleRNN")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "TypeError"):
        return None
    if _NO_CELL.search(error.message) or _NO_SIZE.search(error.message):
        return _cell(evidence, error)
    if _TURNED.search(error.message):
        return _one_way(evidence, error)
    if _NO_LAYER.search(error.message) and "<class '" not in error.message:
        return _layer(evidence, error)
    return None


def _call(evidence: Evidence, error: Error, *names: str) -> ast.Call | None:
    calls = [
        one for one in calls_around(evidence.source, error.line) if last_name(one.func) in names
    ]
    return next((one for one in reversed(calls) if one.args), None)


def _cell(evidence: Evidence, error: Error) -> Finding | None:
    call = _call(evidence, error, "RNN", "StackedRNNCells") or _around_a_layer(evidence)
    if call is None:
        return None
    cell = call.args[0]
    name = last_name(cell.func) if isinstance(cell, ast.Call) else ast.unparse(cell)
    given = ast.unparse(cell)
    if name in _RECURRENT:
        change = f"{given} alone, which is an RNN with its cell; or its cell: RNN({given.replace(name, f'{name}Cell')})"
    else:
        change = "a cell: RNN(SimpleRNNCell(8)), GRUCell or LSTMCell; of your own a class with state_size, output_size and call(inputs, states)"
        if name == "Dense":
            change = f"{change}; to work on each step alone, TimeDistributed({given})"
    return Finding(
        line=cell.lineno,
        about="RNN",
        evidence=f"RNN is given {given}, which is {'a whole layer and no cell' if name in _RECURRENT else 'no cell'}",
        change=change,
    )


def _around_a_layer(evidence: Evidence) -> ast.Call | None:
    """An RNN that was made elsewhere, and that only its first data showed to hold a whole layer."""
    for call in evidence.source.calls("RNN"):
        cell = call.args[0] if call.args else None
        if isinstance(cell, ast.Call) and last_name(cell.func) in _RECURRENT:
            return call
    return None


def _one_way(evidence: Evidence, error: Error) -> Finding | None:
    """``Bidirectional`` makes a second layer that reads backwards, which recurrent ones can."""
    call = _call(evidence, error, "Bidirectional")
    if call is None:
        return None
    given = ast.unparse(call.args[0])
    return Finding(
        line=call.args[0].lineno,
        about="Bidirectional",
        evidence=f"Bidirectional is given {given}, which cannot read a sequence backwards",
        change="a recurrent layer: Bidirectional(keras.layers.LSTM(16)), GRU or SimpleRNN; a Dense works on each step without it",
    )


def _layer(evidence: Evidence, error: Error) -> Finding | None:
    call = _call(evidence, error, *_WRAPPERS)
    if call is None or isinstance(call.args[0], ast.Call):
        return None
    wrapper, given = last_name(call.func), ast.unparse(call.args[0])
    return Finding(
        line=call.args[0].lineno,
        about=wrapper,
        evidence=f"{wrapper} is given {given}, which is no layer",
        change=f"a layer that is made there: {wrapper}(keras.layers.{'LSTM' if wrapper == 'Bidirectional' else 'Dense'}(16))",
    )
