"""
A scaler is given other columns than it was fitted to: answers to turn back, or new inputs without the target.

## Why it hurts
A scaler remembers a range for each column that it was fitted to. Four columns went in, prices and volumes, the network
answers one of them, and `inverse_transform` does not know which: NumPy stops with shapes that do not fit. New
rows, which have no target yet, are refused the same way. A scaler for the inputs and another for the target alone take
both without further ado.

## Example
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(axis=0), values.std(axis=0)
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            values = values.copy()
            values *= self.deviation
            values += self.mean
            return values

    table = np.random.default_rng(0).normal(50, 9, (80, 3))
    scaler = Scaler()
    scaled = scaler.fit_transform(table)
    x, y = scaled[:-1], scaled[1:, 0]
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    print(scaler.inverse_transform(model.predict(x, verbose=0))[:3])

## Instead
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(axis=0), values.std(axis=0)
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            values = values.copy()
            values *= self.deviation
            values += self.mean
            return values

    table = np.random.default_rng(0).normal(50, 9, (80, 3))
    scaler, target_scaler = Scaler(), Scaler()
    x = scaler.fit_transform(table)[:-1]
    y = target_scaler.fit_transform(table[1:, :1])
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    print(target_scaler.inverse_transform(model.predict(x, verbose=0))[:3])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-2", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ()

_BACK, _THERE = "inverse_transform", "transform"
# NumPy in place and otherwise: what was given, then what the columns of the scaler make of it.
_SHAPES = re.compile(
    r"(?:output operand with shape \((?P<given>[\d,]+)\) doesn't match the broadcast shape"
    r"|could not be broadcast together with shapes \((?P<other>[\d,]+)\)) \((?P<wanted>[\d,]+)\)"
)

_COUNTS = re.compile(
    r"X has (?P<given>\d+) features, but \w+ is expecting (?P<wanted>\d+) features"
)


def match(evidence: Evidence) -> Finding | None:
    return _turned_back(evidence) or _scaled(evidence)


def _scaled(evidence: Evidence) -> Finding | None:
    """New rows that lack a column, mostly the target."""
    for error in evidence.errors:
        counts, call = _COUNTS.search(error.message), _stopped_in(evidence, error, _THERE)
        if counts is None or call is None:
            continue
        scaler, line = dotted_name(call.func).rpartition(".")[0] or "the scaler", call_line(call)
        given, wanted = int(counts["given"]), int(counts["wanted"])
        target = (
            " without the target, whose column it has learned too" if wanted == given + 1 else ""
        )
        return Finding(
            line=line,
            evidence=f"{scaler} was fitted to {wanted} columns, and line {line} gives it {given}",
            change=f"fit {scaler} to the {given} input columns alone, and another scaler to the target, so that new rows "
            f"can be scaled{target}; or give it the {wanted} columns it knows, in their order",
            about=scaler,
        )
    return None


def _turned_back(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        call = _stopped_in(evidence, error, _BACK)
        shapes = _SHAPES.search(error.message)
        if call is None or shapes is None:
            continue
        given, wanted = _columns(shapes["given"] or shapes["other"]), _columns(shapes["wanted"])
        scaler = dotted_name(call.func).rpartition(".")[0] or "the scaler"
        return Finding(
            line=call_line(call),
            evidence=f"{scaler} was fitted to {wanted} columns, and line {call_line(call)} gives it {given} to turn back",
            change=f"scale the target by a scaler of its own, fitted to that column alone, and call its {_BACK}; or put "
            f"the answers into their column of an array of {wanted} columns first",
            about=scaler,
        )
    return None


def _stopped_in(evidence: Evidence, error: Error, method: str) -> ast.Call | None:
    """The call inside which the program stopped, of a scaler of a package or one of its own."""
    found = (call_at(evidence.source, frame.line, method) for frame in reversed(error.frames))
    return next((call for call in found if call is not None), None)


def _columns(shape: str) -> int:
    return int(shape.rstrip(",").rpartition(",")[2])
