"""The marking scheme: ten numbers, and what windows in other places would give."""

import math

from etude.checks.defines import Defines
from etude.checks.gives_values import GivesValues
from etude.checks.values import Call, Numbers

SERIES = [4.0, 8.0, 3.0, 9.0, 1.0, 7.0, 2.0, 6.0, 5.0, 10.0]
# As diagnoses call it.
AHEAD = "a window that reaches ahead"
# How many days before the day the window begins, for a window of this size.
BEGINS = {
    "trailing_mean": lambda size: size - 1,
    "centred_mean": lambda size: size // 2,
    "forecast": lambda size: size,
}
# What the function gives that looks too far ahead.
MISTAKEN = {"trailing_mean": "centred_mean", "forecast": "trailing_mean"}


def means(function, size):
    starts = [day - BEGINS[function](size) for day in range(len(SERIES))]
    whole = range(len(SERIES) - size + 1)
    return [sum(SERIES[s : s + size]) / size if s in whole else math.nan for s in starts]


def gives(function, size):
    mistaken = MISTAKEN.get(function)
    return GivesValues(
        name=f"{function}_of_{size}",
        of=Call(
            function=function,
            args=(Numbers(values=SERIES), size),
            label=f"{function}(series, {size})",
        ),
        equals=means(function, size),
        what=f"means of {size} days, each on its day",
        wrong={AHEAD: means(mistaken, size)} if mistaken else {},
        after=(f"defines_{function}",),
    )


CHECKS = [
    check
    for function in BEGINS
    for check in (
        Defines(name=f"defines_{function}", function=function, parameters=("series", "size")),
        gives(function, 5),
        gives(function, 3),
    )
]
