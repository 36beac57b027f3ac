"""
An error is turned back into the units of the targets as if it were one of the targets.

## Why it hurts
`inverse_transform` multiplies by the spread of the targets and then adds their mean, or their lowest value. A price needs
both. An error is a difference of two prices: the mean is in neither of them, and adding it makes an error of nothing one of 300,000.
A squared error needs the square of the spread on top of that. The number that comes out looks like a price, hardly changes
from a good model to a bad one, and says nothing about either.

## Example
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(), values.std()
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            return np.asarray(values) * self.deviation + self.mean

    size = np.linspace(40, 200, 60)[:, None]
    scaler = Scaler()
    price = scaler.fit_transform(3000 * size)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(size / 200, price, epochs=2, verbose=0)
    mse = np.mean((price - model.predict(size / 200, verbose=0)) ** 2)
    print("wrong by", scaler.inverse_transform([[np.sqrt(mse)]]))

## Instead
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(), values.std()
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            return np.asarray(values) * self.deviation + self.mean

    size = np.linspace(40, 200, 60)[:, None]
    scaler = Scaler()
    price = scaler.fit_transform(3000 * size)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(size / 200, price, epochs=2, verbose=0)
    predicted = scaler.inverse_transform(model.predict(size / 200, verbose=0))
    print("wrong by", np.sqrt(np.mean((3000 * size - predicted) ** 2)))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.scaled_back import is_error
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "model-13", "deploy-4")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = ("forecast_in_scaled_units",)

_CENTRES = ("with_mean", "with_centering")
_CENTRE_OF_DATA = ("mean", "nanmean", "min", "nanmin")
_SPREAD_OF_DATA = ("std", "nanstd", "ptp")
# What comes of no error at all where nothing to speak of is added to it.
_NOTHING = 1e-6


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for error, added in _turned(evidence) if evidence.trainings else ():
        if is_error(source, error):
            return Finding(
                line=error.lineno,
                evidence=f"`{ast.unparse(error)}` is an error, a difference of two values, and line {error.lineno} "
                f"adds {added} to it",
                change="turn predictions and targets back first, and take the error of those; or multiply the root of "
                "the mean squared error by the deviation alone (after a min-max scaling, by the range)",
            )
    return None


def _turned(evidence: Evidence) -> Iterator[tuple[ast.expr, str]]:
    """What is turned back into units, and what that adds to it."""
    source = evidence.source
    for call in source.calls("inverse_transform"):
        scaler = dotted_name(call.func).rpartition(".")[0]
        zero = _of_nothing(evidence, call)
        if call.args and zero != 0 and not _only_multiplies(source, call, scaler):
            yield call.args[0], f"what {scaler} subtracted" + (f" ({zero:.6g})" if zero else "")
    for node in source.all(ast.BinOp):
        for product, added in _sums(node):
            error = _times_spread(source, product)
            if error is not None and _gives(source, added, _CENTRE_OF_DATA):
                yield error, f"`{ast.unparse(added)}`"


def _sums(node: ast.BinOp) -> Sequence[tuple[ast.expr, ast.expr]]:
    """The two sides of a sum, either way round."""
    is_sum = isinstance(node.op, ast.Add)
    return [(node.left, node.right), (node.right, node.left)] if is_sum else []


def _of_nothing(evidence: Evidence, call: ast.Call) -> float | None:
    """What the scaler makes of 0, where that was seen."""
    seen = [one for one in evidence.calls_of("turned_back") if one.line == call_line(call)]
    zero = seen[-1].arguments["zero"] if seen else None
    return 0.0 if zero is not None and abs(zero) < _NOTHING else zero


def _only_multiplies(source: Source, call: ast.Call, scaler: str) -> bool:
    """``MaxAbsScaler()`` and ``StandardScaler(with_mean=False)`` subtract nothing."""
    made = assigned_value(source, scaler, before=call.lineno)
    if not isinstance(made, ast.Call):
        return False
    centres = [keyword.value for keyword in made.keywords if keyword.arg in _CENTRES]
    off = any(isinstance(value, ast.Constant) and value.value is False for value in centres)
    return off or dotted_name(made.func).endswith("MaxAbsScaler")


def _times_spread(source: Source, node: ast.expr) -> ast.expr | None:
    """``error`` of ``error * deviation``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return node.left if _gives(source, node.right, _SPREAD_OF_DATA) else None
    return None


def _gives(source: Source, node: ast.expr, names: tuple[str, ...]) -> bool:
    """Whether a value, or what its name was given, is a call of one of these."""
    named = assigned_value(source, dotted_name(node), before=node.lineno)
    value = named if named is not None else node
    called = dotted_name(value.func) if isinstance(value, ast.Call) else ""
    return called.rpartition(".")[2] in names
