"""The marking scheme: what the saved file says about raw rows that the program has never seen."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.scores import Metric
from etude.checks.watches_validation import WatchesValidation

FILE = "credit.keras"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=1_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="credit",
        metric=Metric.CROSS_ENTROPY,
        classes=("good", "bad"),
        bar=0.46,
        things="rows",
        after=("artifact_size",),
        points=6,
    ),
    WatchesValidation(things="rows", points=2),
]
