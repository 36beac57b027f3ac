"""The marking scheme: six windows that are none of the sun."""

from etude.checks.defines import Defines
from etude.checks.gives_values import GivesValues
from etude.checks.scores import Metric
from etude.checks.tells_score import TellsScore
from etude.checks.values import Call, Name, Numbers

YEARS = 22
CYCLE = 11
WINDOWS = [[float((7 * i + 5 * j * j) % 60 + i) for j in range(YEARS)] for i in range(6)]
LABELS = [30.0, 12.0, 44.0, 8.0, 51.0, 25.0]
COMPARED = Call(
    function="compared", args=(Numbers(values=WINDOWS), Numbers(values=LABELS))
)


def off_by(column):
    pairs = zip(WINDOWS, LABELS, strict=True)
    return sum(abs(window[column] - label) for window, label in pairs) / len(LABELS)


CHECKS = [
    Defines(function="compared", parameters=("windows", "labels")),
    TellsScore(
        of=COMPARED.pick(0, label="the first number of compared(windows, labels)"),
        by=Name(name="model"),
        inputs=Numbers(values=WINDOWS),
        labels=Numbers(values=LABELS),
        metric=Metric.MAE,
        points=2,
        after=("defines",),
    ),
    GivesValues(
        name="naive",
        of=COMPARED.pick(1, label="the second number of compared(windows, labels)"),
        equals=off_by(-1),
        what="the error of repeating the last value",
        within=1e-3,
        after=("defines",),
    ),
    GivesValues(
        name="seasonal",
        of=COMPARED.pick(2, label="the third number of compared(windows, labels)"),
        equals=off_by(-CYCLE),
        what="the error of the value a cycle before",
        within=1e-3,
        after=("defines",),
    ),
]
