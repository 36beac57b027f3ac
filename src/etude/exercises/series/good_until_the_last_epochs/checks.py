"""The marking scheme: a bar that no ruined model reaches, and the file that is kept."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.rate_stops_growing import RateStopsGrowing
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Arrays, Name

CHECKS = [
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_windows"),
        labels=Name(name="test_labels"),
        metric=Metric.MAE,
        bar=0.17,
        things="test windows",
        plain="repeating the last year gives 0.195",
        points=3,
    ),
    LearnsFromSoMany(of=Name(name="model"), most=179, things="windows"),
    StepsLeaveOut(kept=Name(name="test_windows"), things="windows"),
    RateStopsGrowing(of=Name(name="model")),
    ArtifactReloads(
        artifact="sunspots.keras",
        model=Name(name="model"),
        inputs=Arrays(shape=(4, 11)),
    ),
]
