"""The marking scheme: whole windows, mixed."""

from etude.checks.cuts_windows import CutsWindows
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Arrays, Call

SERIES = Arrays(shape=(100,), fill="ramp")
EXAMPLES = Call(function="examples_of", args=(SERIES,), label="examples_of(series)")

CHECKS = [
    CutsWindows(of=EXAMPLES, series=SERIES, size=11, batch=16, points=3),
    ShufflesEachEpoch(of=EXAMPLES, points=2, after=("cuts_windows",)),
]
