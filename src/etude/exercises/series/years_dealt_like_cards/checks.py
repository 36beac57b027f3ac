"""The marking scheme: parts of a series that counts upwards, known by their values."""

from etude.checks.cuts_windows import CutsWindows
from etude.checks.values import Arrays, Call

SERIES = Arrays(shape=(80,), fill="ramp")
PARTS = Call(function="parts_of", args=(SERIES,))

CHECKS = [
    CutsWindows(
        name="learns_from_the_past",
        of=PARTS.pick(0, label="the first part of parts_of(series)"),
        series=[float(value) for value in range(60)],
        whole=SERIES,
        size=11,
        exact=False,
        points=2,
    ),
    CutsWindows(
        name="is_judged_on_the_future",
        of=PARTS.pick(1, label="the second part of parts_of(series)"),
        series=[float(value) for value in range(60, 80)],
        whole=SERIES,
        size=11,
        exact=False,
        points=2,
        after=("learns_from_the_past",),
    ),
]
