"""
The network forecasts scaled values, and they are taken for values in their own unit.

## Why it hurts
A network that learned from scaled targets answers in scaled numbers: 0.7 instead of 23 degrees. Compared with real
values, every forecast is far off although the network is good; and an error of 0.05 that is told as if it were degrees
flatters. Scale the forecasts back before they are used or judged, with the numbers that scaled the targets.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(100, 4)).astype("float32")
    prices = 300 + 50 * x.sum(axis=1)
    mean, deviation = prices[:80].mean(), prices[:80].std()

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(x[:80], (prices[:80] - mean) / deviation, verbose=0)
    print(model.evaluate(x[80:], prices[80:], verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(100, 4)).astype("float32")
    prices = 300 + 50 * x.sum(axis=1)
    mean, deviation = prices[:80].mean(), prices[:80].std()

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(x[:80], (prices[:80] - mean) / deviation, verbose=0)
    forecasts = model.predict(x[80:], verbose=0)[:, 0] * deviation + mean
    print(np.abs(forecasts - prices[80:]).mean())
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import origins
from etude.diagnoses.regraded import ERROR, regraded
from etude.diagnoses.series import label_line
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import Data, Fit, TensorSample
from etude.domain.what_if import SCALED_BACK

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "series-3", "data-4", "deploy-4")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("forecast_repeats_last_value", "trained_too_short", "overfits")

# Scaled targets keep within a few standard deviations; anything of a unit that is farther than this
# many times their range was not scaled like them.
_SCALED = 10.0
_FARTHER = 5.0
_UNITS = re.compile(
    r"\b(degrees?|celsius|kelvin|dollars?|usd|euros?|eur|kwh?|mwh?|watts?|km/?h?|metres?|meters?|kg|"
    r"minutes|passengers|visitors|customers)\b|°[CF]?|[$€£]",
    re.IGNORECASE,
)
_ERRORS = {"abs", "absolute", "square", "sqrt", "mean_absolute_error", "mean_squared_error"}
_CHANGE = (
    "scale the forecasts back with the numbers that scaled the targets, in the model or after predict, "
    "before they are judged"
)


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _judged_by_others(evidence) or _told_in_units(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden values were met once the outputs were multiplied and moved."""
    better = regraded(evidence, SCALED_BACK)
    if better is None:
        return None
    return Finding(
        line=label_line(evidence.source, evidence.fits[-1]) if evidence.fits else 1,
        evidence=better.told(ERROR),
        change=_CHANGE,
    )


def _judged_by_others(evidence: Evidence) -> Finding | None:
    """A model learned from scaled targets and was then compared with others that are not."""
    for fit in evidence.fits:
        learned = _targets(fit.train)
        losses = fit.model.compiled.losses if fit.model.compiled else ()
        if learned is None or not all(loss.name in REGRESSION_LOSSES for loss in losses):
            continue
        for verb, line, judged in _judging(evidence, fit):
            if _in_another_unit(learned, judged):
                return Finding(
                    line=line,
                    evidence=f"fit learned from targets between {learned.low:.3g} and {learned.high:.3g}; "
                    f"{verb} in line {line} compares with values between {judged.low:.4g} and "
                    f"{judged.high:.4g}",
                    change=_CHANGE,
                )
    return None


def _told_in_units(evidence: Evidence) -> Finding | None:
    """An error of scaled numbers is printed with a unit, and nothing is ever scaled back."""
    scales = _scales(evidence.source)
    learned = next((t for fit in evidence.fits if (t := _targets(fit.train))), None)
    if (
        learned is None
        or not _looks_scaled(learned)
        or not scales
        or _scales_back(evidence, scales)
    ):
        return None
    for call in evidence.source.calls("print"):
        unit = _unit(call)
        if unit and _is_error_of(evidence.source, call):
            return Finding(
                line=call.lineno,
                evidence=f"line {call.lineno} prints an error with the unit {unit!r}; fit learned from "
                f"targets between {learned.low:.3g} and {learned.high:.3g}, which were divided by "
                f"`{sorted(scales)[0]}`, and nothing is multiplied by that again",
                change=_CHANGE,
            )
    return None


def _scales(source: Source) -> set[str]:
    """What differences are divided by: ``std`` of ``(values - mean) / std``."""
    divisions = [
        n for n in ast.walk(source.tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)
    ]
    centred = [
        n for n in divisions if isinstance(n.left, ast.BinOp) and isinstance(n.left.op, ast.Sub)
    ]
    return {
        ast.unparse(n.right)
        for n in centred
        if isinstance(n.right, ast.Name | ast.Attribute | ast.Call)
    }


def _scales_back(evidence: Evidence, scales: set[str]) -> bool:
    for node in ast.walk(evidence.source.tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Mult):
            sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
            if any(ast.unparse(one) in scales for side in sides for one in ast.walk(side)):
                return True
    return bool(evidence.source.calls("inverse_transform"))


def _unit(call: ast.Call) -> str:
    texts = [
        n.value for n in ast.walk(call) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    ]
    return next((found[0] for text in texts if (found := _UNITS.search(text))), "")


def _is_error_of(source: Source, call: ast.Call) -> bool:
    """Whether what is printed goes back to forecasts, and to a difference that lost its sign."""
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else dotted_name(node.func)
        for node in origins(source, call, before=call.lineno)
        if isinstance(node, ast.Call)
    }
    return "evaluate" in called or ("predict" in called and bool(called & _ERRORS))


def _judging(evidence: Evidence, fit: Fit) -> Iterator[tuple[str, int, TensorSample]]:
    validation = _targets(fit.validation) if fit.validation else None
    if validation is not None:
        yield "validation", fit.line, validation
    for call in evidence.calls_with_model_of(fit):
        judged = _targets(call.data) if call.data else None
        if judged is not None and call.name == "Model.evaluate":
            yield "evaluate", call.line, judged


def _targets(data: Data) -> TensorSample | None:
    """The numbers to forecast."""
    sample = data.part("1")
    known = sample is not None and sample.low is not None and sample.high is not None
    return sample if known else None


def _in_another_unit(learned: TensorSample, judged: TensorSample) -> bool:
    """Whether targets that look scaled meet values that none of them comes near."""
    low, high = learned.low or 0.0, learned.high or 0.0
    lowest, highest, mean = judged.low or 0.0, judged.high or 0.0, judged.mean or 0.0
    beyond = max(abs(highest), abs(lowest)) > _FARTHER * max(abs(low), abs(high), 1.0)
    return _looks_scaled(learned) and beyond and not low <= mean <= high


def _looks_scaled(learned: TensorSample) -> bool:
    low, high = learned.low or 0.0, learned.high or 0.0
    return max(abs(low), abs(high)) <= _SCALED and high > low and learned.distinct is None
