"""
Statistics were taken from rows that should judge the model, not teach it.

## Why it hurts
A mean, a standard deviation, a median or a list of categories is learned from data like a weight is. Taken
over all rows it carries something of the validation and test rows into the training, so their score no longer
says how the model does on rows it has never met; and a program that computes them from another file than the
rows it is given is wrong as soon as those rows change.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.exponential(40, (100, 2)).astype("float32")
    targets = rows.sum(axis=1)

    scale = keras.layers.Normalization()
    scale.adapt(rows)
    train_rows, validation_rows = rows[:80], rows[80:]
    train_targets, validation_targets = targets[:80], targets[80:]

    model = keras.Sequential([keras.Input((2,)), scale, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(
        train_rows,
        train_targets,
        validation_data=(validation_rows, validation_targets),
        verbose=0,
    )

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.exponential(40, (100, 2)).astype("float32")
    targets = rows.sum(axis=1)

    train_rows, validation_rows = rows[:80], rows[80:]
    train_targets, validation_targets = targets[:80], targets[80:]
    scale = keras.layers.Normalization()
    scale.adapt(train_rows)

    model = keras.Sequential([keras.Input((2,)), scale, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(
        train_rows,
        train_targets,
        validation_data=(validation_rows, validation_targets),
        verbose=0,
    )
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.series import scaler_lines
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-4")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ("fitted_before_splitting",)
# The training is what it would be; it is the score that says too much.
ASIDE = True

# Larger arrays are described by a part of their rows, whose mean is not that of all.
_DESCRIBED_WHOLE = 2048
# float32 keeps the mean of standardised columns this close to 0, also of years such as 1982.
_ROUNDING = 1e-4
# The mean over a part of rows that were standardised together is farther off, and by far: 1 in the
# square root of their number is usual.
_MEANT = 3e-4
_FARTHER = 10
_MOST_HELD_OUT = 4
_FAR_OFF = 0.5
_PICTURES = 4
_STATISTICS = ("nanmedian", "nanmean", "mean", "median", "std")
# What shifts by a mean of its own accord, and what the mean that is subtracted is called where it comes from afar.
_SHIFTING = ("fit_transform", "transform", "scale", "zscore", "subtract", "standardize", "apply")
_ADAPTING = ("adapt", "moments", "describe", "per_image_standardization")
_CENTRES = ("mean", "median", "mu", "avg", "average", "center", "centre")
_ADAPTED = ("Normalization.adapt", "Discretization.adapt")


def match(evidence: Evidence) -> Finding | None:
    return _elsewhere(evidence) or _adapted_to_all(evidence) or _standardised_together(evidence)


def _elsewhere(evidence: Evidence) -> Finding | None:
    """An exercise's check built a second preprocessor from other rows, and it did not fit those."""
    for check, facts in evidence.facts.items():
        if "elsewhere" in facts and evidence.failed(check) is not None:
            return Finding(
                line=_line_of_statistics(evidence),
                evidence=_misfit(facts),
                change="compute every statistic and list of categories from the rows passed in",
            )
    return None


def _misfit(facts: Mapping[str, Any]) -> str:
    known = [column for column in facts["elsewhere"] if column["mean"] is not None]
    worst = max(known, key=lambda column: abs(column["mean"]), default=None)
    if worst is not None and abs(worst["mean"]) > _FAR_OFF:
        return (
            f"built from rows with every number ten times as large and 5 more, {worst['column']} comes out "
            f"with mean {worst['mean']:.3g} and standard deviation {worst['spread']:.3g} over these rows"
        )
    unknown = [column for column in facts.get("renamed", ()) if not column["one_hot"]]
    if unknown:
        return (
            f"built from rows that have {unknown[0]['example']!r} in {unknown[0]['column']}, it "
            "takes this category for an unknown one"
        )
    return "built from other rows, it does not fit those"


def _adapted_to_all(evidence: Evidence) -> Finding | None:
    adapts = [call for call in evidence.calls if call.name in _ADAPTED]
    for adapt in adapts:
        for fit in evidence.fits:
            # Trials have statistics of their own; those of all rows are of the last network's.
            if any(_are_together(one, fit.train, ()) for one in adapts):
                continue
            for held_out in _held_out(fit, evidence):
                if _are_together(adapt, fit.train, held_out):
                    rows, learned = adapt.arguments["rows"], _rows(fit.train)
                    return Finding(
                        line=adapt.line,
                        evidence=f"adapt was given {rows} rows: the {learned} that fit learns from and "
                        f"the {rows - learned} that judge it",
                        change="split first, then adapt to the training rows alone",
                    )
    return None


def _are_together(adapt: Call, train: Data, held_out: Sequence[Data]) -> bool:
    """Whether rows, range and mean of the adapted data are those of all these parts."""
    seen, parts = adapt.arguments, [_inputs(data) for data in (train, *held_out)]
    known = [part for part in parts if part is not None and part.mean is not None]
    if len(known) < len(parts) or "mean" not in seen:
        return False
    if seen["rows"] != sum(part.shape[0] for part in known):
        return False
    low, high = min(part.low or 0.0 for part in known), max(part.high or 0.0 for part in known)
    apart = abs(_pooled_mean(known) - seen["mean"])
    return bool(apart <= 1e-3 * (high - low) and seen["low"] == low and seen["high"] == high)


def _standardised_together(evidence: Evidence) -> Finding | None:
    """The mean is 0 over training and held-out rows together, and over the training rows it is not."""
    if not _scales(evidence.source):
        return None  # waves and differences have a mean of nearly 0 of their own
    for fit in evidence.fits:
        train = _inputs(fit.train)
        if train is None or train.mean is None or abs(train.mean) < _MEANT:
            continue
        if len(train.shape) >= _PICTURES:  # one mean of all their pixels tells of no single one
            continue
        for held_out in _held_out(fit, evidence):
            parts = [_inputs(data) for data in held_out]
            known = [train, *(part for part in parts if part is not None and part.mean is not None)]
            if len(known) <= len(parts) or _reach_as_far_both_ways(known):
                continue
            if _is_nothing(_pooled_mean(known), train.mean):
                return Finding(
                    line=_line_of_statistics(evidence) or fit.line,
                    evidence=f"the inputs have mean {train.mean:.3f} over the training rows and 0.000 over "
                    "training and held-out rows together: they were standardised together",
                    change="split first, then compute mean and standard deviation of the training rows",
                    mild=any(_learns_from_all(other.train, known) for other in evidence.fits),
                )
    return None


def _learns_from_all(train: Data, parts: Sequence[TensorSample]) -> bool:
    """Whether a training is given all of these rows together, as the last one after those of the folds
    is: then the folds' scores only choose, and what is said in the end is said of other rows.
    """
    sample = _inputs(train)
    if sample is None or sample.shape[0] != sum(part.shape[0] for part in parts):
        return False
    ends = min(part.low or 0.0 for part in parts), max(part.high or 0.0 for part in parts)
    return (sample.low, sample.high) == ends and abs(sample.mean or 0.0) <= _ROUNDING


def _reach_as_far_both_ways(parts: Sequence[TensorSample]) -> bool:
    """Numbers laid out from -a to a have the mean 0 without anybody's having subtracted it."""
    low, high = min(part.low or 0.0 for part in parts), max(part.high or 0.0 for part in parts)
    return high > 0 and abs(low + high) <= _ROUNDING * high


def _is_nothing(pooled: float, train: float) -> bool:
    return abs(pooled) <= min(_ROUNDING, abs(train) / _FARTHER)


def _held_out(fit: Fit, evidence: Evidence) -> Iterator[Sequence[Data]]:
    """Every choice of the data that judge this fit's model."""
    judging = [fit.validation] if fit.validation is not None else []
    names = ("Model.evaluate", "Model.predict")
    asked = [call.data for call in evidence.calls if call.name in names and call.data]
    found: list[Data] = []
    for data in [*judging, *asked]:
        if _inputs(data) not in [_inputs(fit.train), *map(_inputs, found)]:
            found.append(data)
    for count in range(1, min(len(found), _MOST_HELD_OUT) + 1):
        yield from combinations(found[:_MOST_HELD_OUT], count)


def _inputs(data: Data) -> TensorSample | None:
    """The numbers that a model is given, when they are one array that was described whole."""
    sample = data.part("0")
    if data.kind != "arrays" or sample is None or len(sample.shape) < 2:
        return None
    return sample if sample.shape[0] <= _DESCRIBED_WHOLE and not sample.nan else None


def _rows(data: Data) -> int:
    sample = _inputs(data)
    return sample.shape[0] if sample is not None else 0


def _pooled_mean(parts: Sequence[TensorSample]) -> float:
    total = sum(part.shape[0] for part in parts)
    return sum(part.shape[0] * (part.mean or 0.0) for part in parts) / total


def _line_of_statistics(evidence: Evidence) -> int:
    """The first line that learns something from data: of several means the one that is subtracted, since
    others are of scores and losses.
    """
    source = evidence.source
    lines = [call_line(call) for name in _STATISTICS for call in source.calls(name)]
    lines = list(_subtracted(source)) or lines
    lines += [call_line(call) for call in source.calls("adapt")]
    return min(filter(None, [*lines, *scaler_lines(source)]), default=0)


def _subtracted(source: Source) -> Iterator[int]:
    """Lines of statistics that are taken off something: ``x - x.mean()``, or ``x -= mean`` of that name."""
    for node in _taken_off(source):
        by = value_of(source, node.id, before=node.lineno) if isinstance(node, ast.Name) else node
        if isinstance(by, ast.Call) and last_name(by.func) in _STATISTICS:
            yield call_line(by)


def _taken_off(source: Source) -> Iterator[ast.expr]:
    """Whatever stands to the right of a minus."""
    for node in source.all(ast.BinOp):
        if isinstance(node.op, ast.Sub):
            yield node.right
    for changed in source.all(ast.AugAssign):
        if isinstance(changed.op, ast.Sub):
            yield changed.value


def _scales(source: Source) -> bool:
    """Whether the program reads as if it shifted anything by a statistic, in whatever way."""
    called = any(source.calls(name) for name in (*_SHIFTING, *_ADAPTING))
    texts = (ast.unparse(node).lower() for node in _taken_off(source))
    named = any(word in text for text in texts for word in _CENTRES)
    return called or named or bool(list(_subtracted(source)))
