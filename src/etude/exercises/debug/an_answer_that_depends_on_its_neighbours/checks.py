"""The marking scheme: each car by itself, normalised by what was gathered, and still forecast well."""

from etude.checks.answers_each_alone import AnswersEachAlone
from etude.checks.gathers_statistics import GathersStatistics
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name

MODEL, FEATURES = Name(name="model"), Name(name="test_features")

CHECKS = [
    AnswersEachAlone(of=MODEL, inputs=FEATURES, points=3),
    GathersStatistics(of=MODEL, points=2, after=("answers_each_alone",)),
    ReachesScore(
        by=MODEL,
        inputs=FEATURES,
        labels=Name(name="test_mpg"),
        metric=Metric.MAE,
        bar=4.5,
        things="test cars",
        plain="always predicting the mean gives 6.5",
        after=("answers_each_alone",),
    ),
]
