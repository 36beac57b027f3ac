"""The marking scheme: the saved file counts, and that its training was watched."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.watches_validation import WatchesValidation

FILE = "languages.keras"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=4_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="udhr",
        bar=0.85,
        things="pieces",
        after=("artifact_size",),
        points=6,
    ),
    WatchesValidation(things="pieces", points=2),
]
