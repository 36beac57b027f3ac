"""The marking scheme: good predictions, whoever scales the columns, by what may be known."""

from etude.checks.normalizes_by import NormalizesBy
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name

CHECKS = [
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_features"),
        labels=Name(name="test_mpg"),
        metric=Metric.MAE,
        bar=2.75,
        things="test cars",
        plain="always predicting the mean gives 6.5",
        points=4,
    ),
    NormalizesBy(
        of=Name(name="model"), rows=Name(name="train_features"), after=("reaches_score",)
    ),
]
