"""
A missing value that becomes 0 before scaling is taken for a real, extreme one.

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
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.gaps import filling_line, zero_line
from etude.diagnoses.source import argument, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-3", "data-4")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ()
_CHANGE = "fill with the column's median: np.nanmedian over the training rows"

# Columns whose typical value is below this may hold standardised numbers, where 0 is the mean.
_RAW = 2.0
# Standard deviations from the mean; what was measured lies within three or four.
_FAR = 5.0


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
    return _filled_before_adapt(evidence) or _far_from_its_column(evidence)


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


def _fills_with_zero(call: ast.Call) -> bool:
    """``nan_to_num`` without another value; the third argument is NumPy's ``nan``."""
    given = argument(call, "nan", 2 if dotted_name(call.func).startswith(("np", "numpy")) else 1)
    return given is None or given == 0


def _line(evidence: Evidence) -> int:
    """Where gaps are replaced, else where the function begins."""
    functions = (function.lineno for function in evidence.source.functions())
    return filling_line(evidence.source) or next(functions, 1)
