"""The marking scheme: the file counts, and that its training was watched."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.lite_contract import LiteContract
from etude.checks.watches_validation import WatchesValidation

FILE = "edge.tflite"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=30_000, points=2),
    LiteContract(
        artifact=FILE, takes=(28, 28), gives=(10,), dtype="uint8", integers_only=True, points=2
    ),
    HiddenMetric(artifact=FILE, hidden="fashion_mnist", bar=0.78, things="pictures", points=5),
    WatchesValidation(),
]
