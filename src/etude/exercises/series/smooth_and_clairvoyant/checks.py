"""The marking scheme: thirty numbers, and what centred means of them would give."""

from etude.checks.gives_values import GivesValues
from etude.checks.values import Call, Numbers

# As diagnoses call it.
AHEAD = "a window that reaches ahead"
SPAN = 5
YEARS = 11
LENGTH = 30
SERIES = [float((7 * i * i + 3 * i) % 23) for i in range(LENGTH)]
FIRST = SPAN - 1 + YEARS
EXAMPLES = Call(function="examples_of", args=(Numbers(values=SERIES),))


def windows(ahead):
    """Windows of means, each of which reaches so many years ahead of its own."""
    known = [*SERIES, *[0.0] * ahead]
    ends = [[year + ahead + 1 for year in range(t - YEARS, t)] for t in range(FIRST, LENGTH)]
    return [[sum(known[end - SPAN : end]) / SPAN for end in row] for row in ends]


CHECKS = [
    GivesValues(
        name="windows",
        of=EXAMPLES.pick(0, label="the windows of examples_of(series)"),
        equals=windows(ahead=0),
        what="means of a year and of the years before it",
        within=1e-3,
        wrong={AHEAD: windows(ahead=SPAN // 2)},
        points=3,
    ),
    GivesValues(
        name="labels",
        of=EXAMPLES.pick(1, label="the labels of examples_of(series)"),
        equals=SERIES[FIRST:],
        what="the values after the windows",
        after=("windows",),
    ),
]
