"""
A missing value that becomes 0, or a number like -999, is taken for a real, extreme one.

## Why it hurts
0 is a number like any other: an income of 0 or an age of 0 is far from what is typical. After scaling, every
gap lies at the very edge of its column, and the network learns from values that nobody has. It also pulls
the mean and the standard deviation. The median or mean of the known values says "nothing special" instead.

## Example
    import keras
    import numpy as np

    ages = np.array([[34.0], [np.nan], [51.0], [28.0], [63.0], [45.0]], dtype="float32")

    ages = np.nan_to_num(ages)
    scale = keras.layers.Normalization()
    scale.adapt(ages)
    print(scale(ages))

## Instead
    import keras
    import numpy as np

    ages = np.array([[34.0], [np.nan], [51.0], [28.0], [63.0], [45.0]], dtype="float32")

    ages = np.nan_to_num(ages, nan=np.nanmedian(ages))
    scale = keras.layers.Normalization()
    scale.adapt(ages)
    print(scale(ages))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.asked import behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.gaps import filling_line, zero_line
from etude.diagnoses.names import names_in, root
from etude.diagnoses.source import Source, argument, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-3", "data-4")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ()
_CHANGE = "fill with the column's median: np.nanmedian over the training rows"

# Columns whose typical value is below this may hold standardised numbers, where 0 is the mean.
_RAW = 2.0
# Standard deviations from the mean; what was measured lies within three or four.
_FAR = 5.0
# Of the known values of a column, none of which is 0 or beyond: a zero is then no value like another.
_APART = 3.0
_LEAST_GAPS = 0.01
# A column of two values is a flag, and may have a third.
_MOST_OF_A_FLAG = 2
# How gaps of a whole column are filled at once.
_FILLING = ("fillna", "nan_to_num", "transform", "fit_transform")
# Asked of a column, they tell the network which values are missing, and so does a mask.
_MARKS = ("isna", "isnull", "notna", "notnull", "isnan", "Masking", "MissingIndicator")


def match(evidence: Evidence) -> Finding | None:
    for gaps in evidence.told("gaps"):
        for gap in gaps:
            if gap["finite"] and _is_like_zero(gap["like"]) and gap["median"] not in (0, 0.0):
                return Finding(
                    line=_line(evidence),
                    about=gap["column"],
                    evidence=f"a gap in {gap['column']} counts as 0, while its median over the "
                    f"training rows is {gap['median']:g}",
                    change=_CHANGE,
                )
    return (
        _filled_before_adapt(evidence)
        or _far_from_its_column(evidence)
        or _filled_in_table(evidence)
    )


def _is_like_zero(like: Sequence[str]) -> bool:
    """Like 0 and not like a statistic as well, as where features hardly differ at all."""
    return "zero" in like and not {"mean", "median"} & set(like)


def _filled_before_adapt(evidence: Evidence) -> Finding | None:
    """NaN replaced by 0, then statistics taken of unscaled values whose lowest is 0."""
    fillings = [call for call in evidence.source.calls("nan_to_num") if _fills_with_zero(call)]
    for adapt in evidence.calls_of("Normalization.adapt"):
        seen = adapt.arguments
        before = [call for call in fillings if call_line(call) < adapt.line]
        if before and seen.get("low") == 0 and seen["mean"] > _RAW and not seen["gaps"]:
            return Finding(
                line=call_line(before[-1]),
                evidence=f"adapt in line {adapt.line} saw values between 0 and {seen['high']:g} "
                f"(mean {seen['mean']:g}), among them the gaps as 0",
                change=_CHANGE,
            )
    return None


def _far_from_its_column(evidence: Evidence) -> Finding | None:
    """A table has a value that no row could have, and 0 stands where a file has nothing."""
    line = zero_line(evidence.source)
    for tables in evidence.told("furthest") if line else ():
        for found in filter(None, tables):
            if found["deviations"] > _FAR:
                return Finding(
                    line=line,
                    evidence=f"where the file has nothing, this line reads 0; after scaling, row "
                    f"{found['row']} lies {found['deviations']:.1f} standard deviations from the others",
                    change=_CHANGE,
                )
    return None


def _filled_in_table(evidence: Evidence) -> Finding | None:
    """A number for the gaps of a column whose known values all lie far from it."""
    source = evidence.source
    for fit in evidence.fits:
        for call in _far_fillings(evidence) if not _marks_gaps(source) else ():
            if call.line < fit.line and _reaches(source, call.line, fit):
                seen = call.arguments
                return Finding(
                    line=_chosen_at(source, call),
                    about=str(seen["column"]),
                    evidence=f"{seen['gaps']} gaps in {seen['column']} become {seen['value']:g}, while its known "
                    f"values lie between {seen['low']:.4g} and {seen['high']:.4g}, with mean {seen['mean']:.4g}",
                    change="fill with the column's median over the training rows",
                )
    return None


def _far_fillings(evidence: Evidence) -> Iterator[Call]:
    for call in evidence.calls_of("filled"):
        seen = call.arguments
        outside = not seen["low"] <= seen["value"] <= seen["high"]
        far = abs(seen["mean"] - seen["value"]) > _APART * seen["deviation"]
        many = seen["gaps"] >= _LEAST_GAPS * seen["rows"]
        if outside and far and many and seen["distinct"] > _MOST_OF_A_FLAG:
            yield call


def _chosen_at(source: Source, call: Call) -> int:
    """Where the number was chosen: where the only imputer that fills with one is made."""
    made = source.calls("SimpleImputer") if call.arguments["by"] == "SimpleImputer" else []
    constant = [one for one in made if argument(one, "strategy", 1) == "constant"]
    return call_line(constant[0]) if len(constant) == 1 else call.line


def _marks_gaps(source: Source) -> bool:
    """Whether what is missing becomes something that a model is given."""
    marked = {
        last_name(inner.func)
        for node in source.all(ast.Assign)
        for inner in ast.walk(node.value)
        if isinstance(inner, ast.Call)
    }
    return bool(marked & set(_MARKS)) or any(source.calls(name) for name in _MARKS[-2:])


def _reaches(source: Source, line: int, fit: Fit) -> bool:
    """Whether what is filled in a line is behind the inputs of a training."""
    behind = behind_learned(source, fit)
    calls = [
        call
        for name in _FILLING
        for call in source.calls(name)
        if line in (call.lineno, call_line(call))
    ]
    if any(call is node for call in calls for node in behind):
        return True
    in_place = {root(call) for call in calls if argument(call, "inplace") is True}
    return bool(in_place & names_in(*(n for n in behind if isinstance(n, ast.Name))))


def _fills_with_zero(call: ast.Call) -> bool:
    """``nan_to_num`` without another value; the third argument is NumPy's ``nan``."""
    given = argument(call, "nan", 2 if dotted_name(call.func).startswith(("np", "numpy")) else 1)
    return given is None or given == 0


def _line(evidence: Evidence) -> int:
    """Where gaps are replaced, else where the function begins."""
    functions = (function.lineno for function in evidence.source.functions())
    return filling_line(evidence.source) or next(functions, 1)
