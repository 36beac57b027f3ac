"""The marking scheme: the saved file counts, and that its training was watched."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.watches_validation import WatchesValidation

FILE = "reviews.keras"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=2_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="reviews",
        classes=("other", "great"),
        bar=0.65,
        things="reviews",
        after=("artifact_size",),
        points=6,
    ),
    WatchesValidation(things="reviews", points=2),
]
