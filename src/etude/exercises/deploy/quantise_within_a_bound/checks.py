"""The marking scheme: the file alone, asked by an interpreter."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.lite_contract import LiteContract

FILE = "clothes.tflite"

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=60_000, points=2),
    LiteContract(
        artifact=FILE, takes=(28, 28), gives=(10,), dtype="uint8", integers_only=True, points=2
    ),
    HiddenMetric(artifact=FILE, hidden="fashion_mnist", bar=0.7, things="pictures", points=3),
]
