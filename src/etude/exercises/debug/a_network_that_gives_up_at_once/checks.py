"""The marking scheme: what comes to the first weights, and what is learned from it."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.scaled_pixels_reach_weights import ScaledPixelsReachWeights
from etude.checks.values import Dataset, Name

MODEL = Name(name="model")
TEST = Dataset(x=Name(name="test_pictures"), y=Name(name="test_labels"))

CHECKS = [
    ScaledPixelsReachWeights(model=MODEL, data=TEST, points=2),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_labels"),
        bar=0.7,
        things="test pictures",
        plain="guessing gives 0.10",
        points=2,
    ),
]
