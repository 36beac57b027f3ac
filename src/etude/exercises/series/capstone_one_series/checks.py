"""The marking scheme: the saved file counts, asked about five years that nobody has shown it."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.scores import Metric
from etude.checks.watches_validation import WatchesValidation

FILE = "co2.keras"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=1_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="co2",
        metric=Metric.MAE,
        bar=0.365,
        things="weeks",
        in_time=True,
        points=6,
        after=("artifact_size",),
    ),
    WatchesValidation(things="weeks", points=2),
]
