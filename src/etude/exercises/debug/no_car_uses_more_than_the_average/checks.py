"""The marking scheme: good predictions in miles per gallon, however the target was scaled."""

from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name

PREDICT = Name(name="predict_mpg")

CHECKS = [
    LearnsFromSoMany(of=PREDICT, most=240, things="cars"),
    StepsLeaveOut(kept=Name(name="test_features"), by=PREDICT, things="cars"),
    ReachesScore(
        by=PREDICT,
        inputs=Name(name="test_features"),
        labels=Name(name="test_mpg"),
        metric=Metric.MAE,
        bar=2.35,
        things="test cars",
        plain="always predicting the mean gives 6.5",
        points=4,
    ),
]
