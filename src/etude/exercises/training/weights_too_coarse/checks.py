"""The marking scheme: in what precision each part lies, and what is learned."""

from etude.checks.computes_in_half import ComputesInHalf
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ComputesInHalf(of=MODEL, points=2),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_labels"),
        bar=0.72,
        things="test pictures",
        plain="guessing gives 0.10",
        points=2,
    ),
]
