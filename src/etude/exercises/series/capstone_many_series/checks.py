"""The marking scheme: the saved file counts, asked about a year that nobody has shown it."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.scales_by_training_part import ScalesByTrainingPart
from etude.checks.scores import Metric
from etude.checks.values import Csv
from etude.checks.watches_validation import WatchesValidation

FILE = "ridership.keras"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=3_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="ridership",
        metric=Metric.MAE,
        bar=0.6,
        things="windows",
        points=6,
        after=("artifact_size",),
    ),
    WatchesValidation(things="days", points=2),
    ScalesByTrainingPart(
        artifact=FILE, rows=Csv(file="ridership/ridership.csv", drop=("date",)), things="days"
    ),
]
