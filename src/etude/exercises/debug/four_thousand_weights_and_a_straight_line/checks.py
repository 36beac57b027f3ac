"""The marking scheme: a border that bends, by whatever means."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_points"),
        labels=Name(name="test_outer"),
        bar=0.9,
        things="test points",
        plain="guessing gives about 0.5",
        points=3,
    ),
    CompiledWith(of=MODEL, labels="binary"),
]
