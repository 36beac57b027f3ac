"""The marking scheme: a series that counts upwards tells where each window and label was cut."""

from etude.checks.cuts_windows import CutsWindows
from etude.checks.defines import Defines
from etude.checks.values import Arrays, Call

SERIES = Arrays(shape=(40,), fill="ramp")
LONGER = Arrays(shape=(64,), fill="ramp", seed=1)


def cut(series, size, batch_size):
    return Call(
        function="windows_of",
        args=(series, size, batch_size),
        label=f"windows_of(series, {size}, {batch_size})",
    )


CHECKS = [
    Defines(function="windows_of", parameters=("series", "size", "batch_size")),
    CutsWindows(
        of=cut(SERIES, 6, 8),
        series=SERIES,
        size=6,
        batch=8,
        points=3,
        after=("defines",),
    ),
    CutsWindows(
        name="cuts_any_size",
        of=cut(LONGER, 9, 10),
        series=LONGER,
        size=9,
        batch=10,
        after=("cuts_windows",),
    ),
]
