"""
A mean that is centred on its value was used where only the past is known.

## Why it hurts
A centred mean of seven days reaches three days into the future. Drawn over a past series that is what one wants; given
to a network, or taken for a forecast, it tells what is to be found out. The error comes out better than it can be, and
on the last day, where nothing follows, there is no such mean. Use a trailing window: today and the days before it.

## Example
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).astype("float32")
    smooth = np.convolve(series, np.full(7, 1 / 7, "float32"), mode="same")
    x = np.stack([smooth[i : i + 5] for i in range(80)])
    y = series[5:85]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).astype("float32")
    smooth = np.convolve(series, np.full(7, 1 / 7, "float32"), mode="valid")
    x = np.stack([smooth[i : i + 5] for i in range(80)])
    y = series[11:91]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.asked import LABELS, behind_learned
from etude.diagnoses.columns import shifted_by
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.series import cut_by_keras
from etude.diagnoses.source import Source, argument, call_line, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-4", "series-1", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("label_inside_window",)

#: What a check calls numbers that come of a window reaching ahead.
AHEAD = "a window that reaches ahead"
_CHANGE = (
    "let the window end with the last value that is known: mode='valid' in np.convolve, or rolling "
    "without center"
)


def match(evidence: Evidence) -> Finding | None:
    return _computed(evidence) or _learned_from(evidence)


def _computed(evidence: Evidence) -> Finding | None:
    """The numbers of an exercise are those of a window that reaches ahead."""
    for facts in evidence.facts.values():
        if facts.get("resembles") == AHEAD:
            function = str(facts.get("function", ""))
            return Finding(
                line=_line_in(evidence.source, function),
                about=function,
                evidence=f"{function or 'it'} gives what a window gives that reaches ahead of the value it "
                "stands for",
                change=_CHANGE,
            )
    return None


def _line_in(source: Source, function: str) -> int:
    """Where a function smooths, else where it returns."""
    found = next((one for one in source.functions() if one.name == function), None)
    if found is None:
        return 1
    inside = [node for node in ast.walk(found) if isinstance(node, ast.Call)]
    centred = [call_line(call) for call in inside if _is_centred(call)]
    returns = [node.lineno for node in ast.walk(found) if isinstance(node, ast.Return)]
    return min(centred, default=0) or max(returns, default=found.lineno)


def _learned_from(evidence: Evidence) -> Finding | None:
    """A model learns from windows, or from a shifted table, of a series smoothed like that."""
    for fit in evidence.fits:
        if not _are_windows(fit) and not _forecasts_column(evidence.source, fit):
            continue
        for call in _smoothing(evidence.source, fit):
            line = call_line(call)
            return Finding(
                line=line,
                evidence=f"line {line} smooths with a window that reaches to both sides of each value, and fit "
                f"in line {fit.line} learns from what comes of it",
                change=_CHANGE,
            )
    return None


def _are_windows(fit: Fit) -> bool:
    """Whether rows are windows of a series; stretches that share no value may be signals to classify."""
    split = fit.series_split
    seen = fit.train.windows is not None or (
        split is not None and bool(split.train or split.shared)
    )
    return seen or cut_by_keras(fit.train) is not None


def _forecasts_column(source: Source, fit: Fit) -> bool:
    """Whether the labels are a column some rows later: ``frame["close"].shift(-1)``."""
    calls = (n for n in behind_learned(source, fit, LABELS) if isinstance(n, ast.Call))
    return any((shifted_by(call) or 0) < 0 for call in calls)


def _smoothing(source: Source, fit: Fit) -> Iterator[ast.Call]:
    """Centred means among what the inputs of a ``fit`` are made of."""
    training = call_at(source, fit.line, "fit")
    inputs = given(training, "x", 0) if training is not None else None
    parts = list(origins(source, inputs, before=fit.line))
    centred = [node for node in parts if isinstance(node, ast.Call) and _is_centred(node)]
    for node in parts:
        if isinstance(node, ast.Subscript) and _is_cut_at_both_ends(node.slice):
            kept_back = {id(one) for one in origins(source, node.value, before=node.lineno)}
            centred = [call for call in centred if id(call) not in kept_back]
    yield from centred


def _is_cut_at_both_ends(cut: ast.expr) -> bool:
    """``means[2:-3]``: each mean may well be used only when all its values are known."""
    ends = (constant(cut.lower), constant(cut.upper)) if isinstance(cut, ast.Slice) else ()
    return len(ends) == 2 and all(isinstance(end, int) for end in ends) and ends[0] > 0 > ends[1]


def _is_centred(call: ast.Call) -> bool:
    name = last_name(call.func)
    if name == "convolve":
        return bool(argument(call, "mode", 2) == "same")
    if name == "rolling":
        return any(k.arg == "center" and constant(k.value) is True for k in call.keywords)
    return name == "uniform_filter1d" and argument(call, "origin") is None
