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
    model.fit(x[:80], (prices[:80] - mean) / deviation, epochs=2, verbose=0)
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
    model.fit(x[:80], (prices[:80] - mean) / deviation, epochs=2, verbose=0)
    forecasts = model.predict(x[80:], verbose=0)[:, 0] * deviation + mean
    print(np.abs(forecasts - prices[80:]).mean())
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping

from etude.diagnoses.asked import LABELS, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.origins import origins
from etude.diagnoses.regraded import ERROR, regraded
from etude.diagnoses.series import assigned_value, label_line
from etude.diagnoses.source import Source, dotted_name, last_name
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
_COMPARE = (
    *("mean_absolute_error", "mean_squared_error", "root_mean_squared_error", "squared_difference"),
    *("MeanAbsoluteError", "MeanSquaredError", "r2_score"),
)
_SAME_NUMBERS = ("reshape", "ravel", "flatten", "squeeze", "numpy", "to_numpy", "astype", "copy")
_MOST_PARTS = 60
_ERRORS = {"abs", "absolute", "square", "sqrt", "mean_absolute_error", "mean_squared_error"}
_LARGEST_LOGARITHM = 50.0  # of a number with 21 digits
_TRANSFORMS = ("transform", "fit_transform")
_LOGARITHMS = ("log", "log1p", "log10", "log2")
_CHANGE = (
    "scale the forecasts back with the numbers that scaled the targets, in the model or after predict, "
    "before they are judged"
)


def match(evidence: Evidence) -> Finding | None:
    return (
        _judged(evidence)
        or _judged_by_others(evidence)
        or _measured(evidence)
        or _compared(evidence)
        or _told_in_units(evidence)
    )


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


def _measured(evidence: Evidence) -> Finding | None:
    """An error is taken of numbers like the targets and of numbers that none of them comes near."""
    for call in evidence.calls_of("compared"):
        fit = max(
            (f for f in evidence.fits if f.line < call.line), key=lambda f: f.line, default=None
        )
        learned = _targets(fit.train) if fit is not None else None
        if learned is None:
            continue
        pair = [_range(call.arguments[name]) for name in ("truth", "given")]
        for own, other in (pair, reversed(pair)):
            if _is_like(own, learned) and _in_another_unit(learned, other):
                return Finding(
                    line=call.line,
                    evidence=f"fit learned from targets between {learned.low:.3g} and {learned.high:.3g}; here "
                    f"values between {own.low:.3g} and {own.high:.3g} are compared with values between "
                    f"{other.low:.4g} and {other.high:.4g}",
                    change=_CHANGE,
                )
    return None


def _range(seen: Mapping[str, float]) -> TensorSample:
    return TensorSample(
        path="",
        dtype="float64",
        shape=[int(seen["rows"])],
        low=seen["low"],
        high=seen["high"],
        mean=seen["mean"],
    )


def _is_like(own: TensorSample, learned: TensorSample) -> bool:
    """Whether values lie about where the targets do that were learned from."""
    low, high = learned.low or 0.0, learned.high or 0.0
    about = high - low
    return low - about <= (own.low or 0.0) and (own.high or 0.0) <= high + about


def _compared(evidence: Evidence) -> Finding | None:
    """Forecasts as they come are subtracted from values as they were before they were scaled."""
    source = evidence.source
    learned = next((t for fit in evidence.fits if (t := _targets(fit.train))), None)
    if learned is None:
        return None
    raw = _scaled_names(source) | _scaled_targets(evidence) if _looks_scaled(learned) else set()
    if (learned.high or 0.0) <= _LARGEST_LOGARITHM:
        raw |= _logged_names(source)
    for one, other in (pair for node in source.nodes for pair in _pairs(node)):
        if raw and _is_forecast(source, one) and _is_unscaled(source, other, raw):
            return Finding(
                line=one.lineno,
                evidence=f"`{ast.unparse(one)}` is what the model gives, which learned from targets between "
                f"{learned.low:.3g} and {learned.high:.3g}; `{ast.unparse(other)}` was never scaled to them",
                change=_CHANGE,
            )
    return None


def _pairs(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Two values that are compared, either way round."""
    pair: list[ast.expr] = []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        pair = [node.left, node.right]
    elif isinstance(node, ast.Call) and dotted_name(node.func).endswith(_COMPARE):
        pair = node.args[:2]
    if len(pair) == 2:
        yield pair[0], pair[1]
        yield pair[1], pair[0]


def _scaled_names(source: Source) -> set[str]:
    """``raw`` of ``scaled = (raw - low) / (high - low)``, where it keeps its values."""
    found = set()
    for node in source.nodes:
        if isinstance(node, ast.Assign) and _centred(node.value) is not None:
            name = root(_centred(node.value) or node.value)
            if name and all(root(target) != name for target in node.targets):
                found.add(name)
    return found


def _scaled_targets(evidence: Evidence) -> set[str]:
    """``raw`` of ``scaler.transform(raw)`` for the scalers that are behind the labels of a training."""
    source, found = evidence.source, set[str]()
    for fit in evidence.fits:
        labels = [n for n in behind_learned(source, fit, LABELS) if isinstance(n, ast.Call)]
        scalers = {
            dotted_name(call.func).rpartition(".")[0] for call in map(_transforms, labels) if call
        }
        for call in (one for name in _TRANSFORMS for one in source.calls(name)):
            if call.args and dotted_name(call.func).rpartition(".")[0] in scalers - {""}:
                found.add(root(call.args[0]))
    return found - _made_anew(source) - {""}


def _made_anew(source: Source) -> set[str]:
    """``raw = scaler.transform(raw)``: under this name the values are scaled ones."""
    return {
        target.id
        for node in source.all(ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and _transforms(node.value)
    }


def _transforms(node: ast.AST) -> ast.Call | None:
    named = isinstance(node, ast.Call) and last_name(node.func) in _TRANSFORMS
    return node if named and isinstance(node, ast.Call) else None


def _logged_names(source: Source) -> set[str]:
    """``raw`` of ``targets = np.log1p(raw)``, where it keeps its values."""
    return {
        dotted_name(node.value.args[0])
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and last_name(node.value.func) in _LOGARITHMS
        and len(node.value.args) == 1
        and dotted_name(node.value.args[0]) not in ("", *map(dotted_name, node.targets))
    }


def _centred(value: ast.AST) -> ast.expr | None:
    """``raw`` of ``(raw - low) / width``."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):
        left = value.left
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Sub):
            return left.left
    return None


def _is_forecast(source: Source, node: ast.expr) -> bool:
    """Whether it is what ``predict`` gave, as it came."""
    own = _made_of(source, node)
    called = [part for part in own if isinstance(part, ast.Call)]
    reckoned = any(isinstance(part, ast.BinOp) for part in own)
    return bool(called) and not reckoned and all(map(_predicts, called))


def _predicts(call: ast.Call) -> bool:
    return dotted_name(call.func).endswith(".predict")


def _is_unscaled(source: Source, node: ast.expr, raw: set[str]) -> bool:
    own = _made_of(source, node, known=raw)
    names = {part.id for part in own if isinstance(part, ast.Name)}
    return bool(names & raw) and not any(isinstance(part, ast.BinOp | ast.Call) for part in own)


def _made_of(source: Source, node: ast.expr, *, known: Collection[str] = ()) -> list[ast.AST]:
    """Its parts, and those of what its names were given, but for the inside of calls and indices.

    Args:
      known: names that are not looked into.
    """
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [node]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop()
        if isinstance(part, ast.Call) and _keeps(part) and isinstance(part.func, ast.Attribute):
            waiting.append(part.func.value)
            continue
        found.append(part)
        if isinstance(part, ast.Subscript | ast.Attribute):
            waiting.append(part.value)
        elif isinstance(part, ast.Name) and part.id not in known:
            value = assigned_value(source, part.id, before=part.lineno - 1)
            waiting += [value] if value is not None else []
        elif isinstance(part, ast.BinOp):
            waiting += [part.left, part.right]
    return found


def _keeps(call: ast.Call) -> bool:
    """``values.reshape(-1)``: the same numbers."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in _SAME_NUMBERS


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
    divisions = [n for n in source.nodes if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)]
    centred = [
        n for n in divisions if isinstance(n.left, ast.BinOp) and isinstance(n.left.op, ast.Sub)
    ]
    return {
        ast.unparse(n.right)
        for n in centred
        if isinstance(n.right, ast.Name | ast.Attribute | ast.Call)
    }


def _scales_back(evidence: Evidence, scales: set[str]) -> bool:
    for node in evidence.source.nodes:
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
