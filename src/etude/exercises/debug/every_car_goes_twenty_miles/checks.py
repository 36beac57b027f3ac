"""The marking scheme: a range that is learned, and forecasts in it."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.tracks_weights import TracksWeights
from etude.checks.values import Name

CHECKS = [
    TracksWeights(of=Name(name="model"), layer="Swing", count=2, points=2),
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_features"),
        labels=Name(name="test_mpg"),
        metric=Metric.MAE,
        bar=4.0,
        things="test cars",
        plain="always predicting the mean gives 6.5",
        points=4,
    ),
]
