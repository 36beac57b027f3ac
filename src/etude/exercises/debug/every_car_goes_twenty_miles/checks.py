"""The marking scheme: forecasts in the range of the labels, whoever learns it."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name

CHECKS = [
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
