"""
Forecasts are put into another column than that of the targets, and scaled back as that.

## Why it hurts
A scaler that was fitted to a whole table keeps a mean and a deviation, or a lowest and a highest value, for each of its
columns. `inverse_transform` wants as many columns again, and turns each by its own numbers: a load that stands in the column of
the humidity comes back as a humidity. Nothing fails, and every error taken of it is one of units.

## Example
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.low, self.range = values.min(axis=0), np.ptp(values, axis=0)
            return (values - self.low) / self.range

        def inverse_transform(self, values):
            return values * self.range + self.low

    days = np.linspace(0, 20, 60)
    table = np.stack([60 + 20 * np.sin(days), 3000 + 600 * np.cos(days)], axis=1)
    scaler = Scaler()
    scaled = scaler.fit_transform(table)
    x, y = scaled[:-1], scaled[1:, 1]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    filled = np.zeros((59, 2))
    filled[:, 0] = model.predict(x, verbose=0)[:, 0]
    forecast = scaler.inverse_transform(filled)[:, 0]

## Instead
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.low, self.range = values.min(axis=0), np.ptp(values, axis=0)
            return (values - self.low) / self.range

        def inverse_transform(self, values):
            return values * self.range + self.low

    days = np.linspace(0, 20, 60)
    table = np.stack([60 + 20 * np.sin(days), 3000 + 600 * np.cos(days)], axis=1)
    scaler = Scaler()
    scaled = scaler.fit_transform(table)
    x, y = scaled[:-1], scaled[1:, 1]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    filled = np.zeros((59, 2))
    filled[:, 1] = model.predict(x, verbose=0)[:, 0]
    forecast = scaler.inverse_transform(filled)[:, 1]
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, root, value_of
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.places import call_at
from etude.diagnoses.scaled_back import is_answer, turns_answer
from etude.diagnoses.source import Source, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-4", "deploy-4")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("forecast_in_scaled_units",)

_SCALES = ("fit_transform", "transform")
_JOINS = ("concatenate", "hstack", "column_stack", "concat")
_OF_FEATURES = 3
_Placed = tuple[ast.expr, int]


def match(evidence: Evidence) -> Finding | None:
    return _one_column(evidence) or _steps_for_columns(evidence)


def _steps_for_columns(evidence: Evidence) -> Finding | None:
    """Forecasts of as many steps of one column as the scaler of the whole table has columns."""
    source = evidence.source
    for call in source.calls("inverse_transform"):
        scaler = dotted_name(call.func).rpartition(".")[0]
        fit = next((one for one in evidence.fits if _forecasts_steps(one)), None)
        if fit is None or not turns_answer(source, call):
            continue
        made = inputs_given(source, fit.line, "fit")
        if any(_scales_by(node, scaler) for node in origins(source, made, before=fit.line)):
            steps = fit.train.windows.steps if fit.train.windows else 0
            return Finding(
                line=call.lineno,
                evidence=f"the model answers {steps} steps of one column, and {scaler} was fitted to the {steps} columns "
                "of the inputs: it takes each step for another column, and turns it by that one's numbers",
                change="scale the targets by a scaler of their own and turn answers.reshape(-1, 1) back with that one; "
                f"or turn them by that column's numbers alone, as {scaler}.scale_ or its range has them",
                about=scaler,
            )
    return None


def _forecasts_steps(fit: Fit) -> bool:
    """Labels are several steps of one of the columns that the inputs hold, and as many as these."""
    inputs, labels, windows = fit.train.part("0"), fit.train.part("1"), fit.train.windows
    if inputs is None or labels is None or windows is None or windows.lead is None:
        return False
    columns = inputs.shape[2] if len(inputs.shape) == _OF_FEATURES else 0
    return windows.steps == columns > 1 and list(labels.shape[1:]) == [columns]


def _scales_by(node: ast.AST, scaler: str) -> bool:
    called = dotted_name(node.func) if isinstance(node, ast.Call) else ""
    return called in {f"{scaler}.{name}" for name in _SCALES}


def _one_column(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("inverse_transform"):
        scaler = dotted_name(call.func).rpartition(".")[0]
        wanted = {
            column for fit in evidence.fits for column in _target_columns(source, fit, scaler)
        }
        if len(wanted) != 1:
            continue
        column = wanted.pop()
        for node, placed in [*_put(source, call), *_read(source, call)]:
            # -1 may be any: how many columns there are is not told.
            if placed != column and (placed < 0) == (column < 0):
                return Finding(
                    line=node.lineno,
                    evidence=f"the targets are column {column} of what {scaler} scaled, and what the model answers "
                    f"stands in column {placed} when {scaler} turns it back",
                    change=f"put the answers into column {column}, and read column {column} of what comes back; or "
                    "scale the targets by a scaler of their own",
                    about=scaler,
                )
    return None


def _target_columns(source: Source, fit: Fit, scaler: str) -> Iterator[int]:
    """The column of ``scaled[:, 2]`` behind the targets of a training, where this scaler scaled it."""
    call = call_at(source, fit.line, "fit")
    targets = given(call, "y", 1) if call is not None else None
    for node in origins(source, targets, before=fit.line):
        column = _column(node)
        if column is not None and isinstance(node, ast.Subscript):
            made = _table(source, node.value)
            if made is not None and ast.unparse(made.func).startswith(f"{scaler}."):
                yield column


def _column(node: ast.AST) -> int | None:
    """2 of ``values[rows, 2]``."""
    by = node.slice if isinstance(node, ast.Subscript) else None
    if not isinstance(by, ast.Tuple) or len(by.elts) != 2:
        return None
    column = constant(by.elts[1])
    rows = isinstance(by.elts[0], ast.Slice)
    return column if rows and isinstance(column, int) else None


def _table(source: Source, node: ast.expr) -> ast.Call | None:
    """The scaling whose result this is, or rows of it."""
    before = node.lineno
    while isinstance(node, ast.Name | ast.Subscript):
        if isinstance(node, ast.Subscript):
            if isinstance(node.slice, ast.Tuple):
                return None
            node = node.value
        else:
            made = value_of(source, node.id, before=before)
            if made is None:
                return None
            node, before = made, made.lineno
    scales = isinstance(node, ast.Call) and last_name(node.func) in _SCALES
    return node if isinstance(node, ast.Call) and scales else None


def _put(source: Source, call: ast.Call) -> Iterator[_Placed]:
    """Where the answers stand in what is turned back: ``filled[:, 0] = answers``, or joined first."""
    name = root(call.args[0]) if call.args else ""
    for node in source.all(ast.Assign):
        target, column = node.targets[0], _column(node.targets[0])
        here = root(target) == name and node.lineno < call.lineno
        if column is not None and here and is_answer(source, node.value):
            yield target, column
    made = value_of(source, name, before=call.lineno) if name else None
    joined = made if made is not None else next(iter(call.args), None)
    if isinstance(joined, ast.Call) and dotted_name(joined.func).endswith(_JOINS):
        parts = getattr(next(iter(joined.args), None), "elts", [])
        if len(parts) > 1 and is_answer(source, parts[0]) and turns_answer(source, call):
            yield joined, 0


def _read(source: Source, call: ast.Call) -> Iterator[_Placed]:
    """What is read of what was turned back: ``scaler.inverse_transform(filled)[:, 0]``."""
    if not list(_put(source, call)):
        return
    for node in source.all(ast.Subscript):
        column = _column(node)
        if column is not None and node.value is call:
            yield node, column
