"""The marking scheme: the number that the program tells, beside what its model reaches."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.tells_score import TellsScore
from etude.checks.values import Name

MODEL, DATA = Name(name="model"), Name(name="test_data")

CHECKS = [
    ReachesScore(by=MODEL, inputs=DATA, bar=0.6, things="test pictures"),
    TellsScore(of=Name(name="accuracy"), by=MODEL, inputs=DATA, within=0.002, points=3),
]
