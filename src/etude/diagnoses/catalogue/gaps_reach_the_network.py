"""
Missing values reach the layers as NaN, and every sum they enter becomes NaN.

## Why it hurts
NaN in one column of one row is enough: it spreads through the first layer's gradients to all of its weights
in a single step, and `adapt` turns a mean over it into NaN as well. A ReLU can hide it, since the loss then
stays finite while the model answers the same for every row. A target that is NaN spoils the loss itself. Not all of
them were missing in the data: 0 / 0 gives NaN where a column is divided by its deviation and all its values are alike,
a number divided by 0 is infinite, and the logarithm or root of a negative number is NaN again.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    ages = rng.uniform(18, 70, (64, 1)).astype("float32")
    ages[5] = np.nan
    bought = (np.arange(64) % 2).astype("float32")

    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Rescaling(1 / 70),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(ages, bought, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    ages = rng.uniform(18, 70, (64, 1)).astype("float32")
    ages[5] = np.nan
    bought = (np.arange(64) % 2).astype("float32")
    ages = np.where(np.isnan(ages), np.nanmedian(ages), ages)

    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Rescaling(1 / 70),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(ages, bought, epochs=1, verbose=0)
"""

import math
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.gaps import deviation_line, filling_line
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit, ShownWarning, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-3", "dev-3")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = NUMBERS_GONE_WRONG
# NumPy's words; a division 0 / 0 is said to be an invalid value in divide.
_OF_NEGATIVE = re.compile(r"invalid value encountered in (?P<name>log\w*|sqrt|power)")
_LEAVE_OUT = "leave out the rows whose target is missing: known = ~np.isnan(y)"
_SHOWN = 5
_CHANGE = "fill gaps with the median of the known training values, before scaling"
_NOT_INFINITE = "keep divisions by zero out, or take them for gaps: df.replace([np.inf, -np.inf], np.nan), then dropna() or fillna()"
_ALL_ALIKE = "leave out a column whose values are all alike, or divide by its deviation plus 1e-7"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        inputs, labels = _holed(fit, "0"), _holed(fit, "1")
        if (inputs or labels) and _spread(fit):
            seen = _in_fit(inputs or labels, fit, "input" if inputs else "target")
            divided = deviation_line(evidence.source) if _lost(inputs) else 0
            undefined = None if divided else _undefined(evidence, fit)
            if undefined is not None:
                return _made_by_function(undefined, seen)
            return Finding(
                line=divided or fit.train.line or fit.line,
                evidence=seen,
                change=_ALL_ALIKE if divided else _change(inputs),
            )
    broken = [gap["column"] for gaps in evidence.told("gaps") for gap in gaps if not gap["finite"]]
    if broken:
        return Finding(
            line=_line(broken, evidence), evidence=_in_features(broken, evidence), change=_CHANGE
        )
    return _statistics_lost(evidence)


def _statistics_lost(evidence: Evidence) -> Finding | None:
    """A Normalization layer as its last ``adapt`` left it: with a mean that is no number."""
    last = {call.arguments["layer"]: call for call in evidence.calls_of("statistics lost")}
    for call in last.values():
        columns, count = call.arguments["columns"], call.arguments["of"]
        if columns:
            which = ", ".join(str(column) for column in columns[:_SHOWN])
            more = ", ..." if len(columns) > _SHOWN else ""
            of = f" of column {which}{more} (from 0 on)" if count > 1 else ""
            return Finding(
                line=call.line,
                evidence=f"adapt in line {call.line} met NaN or infinite values, so the mean{of} is NaN, and "
                "the layer makes NaN of every number that it is given there",
                change="fill gaps with the median of the known training values before adapt, or leave out the rows with gaps, rows[np.isfinite(rows).all(axis=1)]",
                about=call.arguments["layer"],
            )
    return None


def _undefined(evidence: Evidence, fit: Fit) -> tuple[ShownWarning, str] | None:
    """What NumPy said of a logarithm or root of a negative number, before the training."""
    for warning in evidence.warnings:
        said = _OF_NEGATIVE.search(warning.message)
        if said and 0 < warning.line < fit.line:
            return warning, said["name"]
    return None


def _made_by_function(undefined: tuple[ShownWarning, str], seen: str) -> Finding:
    warning, name = undefined
    return Finding(
        line=warning.line,
        evidence=f"{seen}; {name} in line {warning.line} was given a negative number",
        change=f"look at what goes into {name} there: mend or leave out the examples in which it is negative "
        "(the corners of a box in the wrong order, a wrong sign)",
        about=name,
    )


def _holed(fit: Fit, part: str) -> list[TensorSample]:
    """What has gaps: the inputs, part "0", or the labels, part "1"."""
    return [sample for sample in fit.train.sample if sample.nan and sample.path[0] == part]


def _lost(samples: Sequence[TensorSample]) -> list[int]:
    """Columns of the inputs that hold no number at all."""
    return [column for sample in samples for column in sample.lost]


def _change(inputs: Sequence[TensorSample]) -> str:
    if not inputs:
        return _LEAVE_OUT
    if all(sample.nan == sample.infinite for sample in inputs):
        return _NOT_INFINITE
    return "leave out the columns that hold no number at all" if _lost(inputs) else _CHANGE


def _spread(fit: Fit) -> bool:
    """Whether the network was hurt; a layer may as well have filled the gaps."""
    return bool(fit.nan_weights) or any(math.isnan(loss) for loss in fit.series("loss"))


def _in_fit(holed: Sequence[TensorSample], fit: Fit, what: str) -> str:
    count = sum(sample.nan for sample in holed)
    hurt = f"; afterwards {len(fit.nan_weights)} weights hold NaN" if fit.nan_weights else ""
    losses = [f"{loss:.3g}" for loss in fit.series("loss")[:1]]
    still = f" (the first loss was {losses[0]})" if losses else ""
    kind = "infinite" if all(sample.nan == sample.infinite for sample in holed) else "NaN"
    columns = ", ".join(str(column) for column in _lost(holed))
    whole = f", the whole of column {columns} (from 0 on)" if columns else ""
    return f"{count} of the {what} values that the model was given are {kind}{whole}{hurt}{still}"


def _in_features(broken: Sequence[str], evidence: Evidence) -> str:
    gaps = _adapted_over_gaps(evidence)
    if gaps:
        rows, count = gaps[0].arguments["rows"], gaps[0].arguments["gaps"]
        return (
            f"adapt in line {gaps[0].line} was given {count} missing values among {rows} rows, "
            f"so its mean is NaN; a gap in {broken[0]} gives NaN features"
        )
    complete = [name for name in broken if name in _complete_columns(evidence)]
    if len(complete) == len(broken):
        return (
            f"the training rows have no gap in {broken[0]}; a later row that has one gets NaN or "
            f"infinite features, and so do {len(broken)} columns in all"
        )
    return f"a gap in {broken[0]} gives NaN or infinite features"


def _complete_columns(evidence: Evidence) -> set[str]:
    """Numeric columns in which no training row has a gap."""
    tried = [gap for gaps in evidence.told("gaps") for gap in gaps]
    return {gap["column"] for gap in tried if not gap["in_training_rows"]}


def _line(broken: Sequence[str], evidence: Evidence) -> int:
    """Where statistics met gaps, or gaps are filled too rarely, else where columns are scaled."""
    for call in _adapted_over_gaps(evidence):
        return call.line
    if set(broken) <= _complete_columns(evidence) and filling_line(evidence.source):
        return filling_line(evidence.source)
    for name in ("Normalization", "Rescaling", "Model"):
        line = evidence.source.line_of_call(name)
        if line:
            return line
    return next((function.lineno for function in evidence.source.functions()), 1)


def _adapted_over_gaps(evidence: Evidence) -> list[Call]:
    return [
        call
        for call in evidence.calls
        if call.name == "Normalization.adapt" and call.arguments.get("gaps")
    ]
