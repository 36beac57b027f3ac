"""The marking scheme: the file alone, asked by an interpreter."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.has_layers import HasLayers, Step
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.lite_contract import LiteContract
from etude.checks.values import Name

FILE = "clothes.tflite"

CHECKS = [
    HasLayers(
        of=Name(name="model"),
        steps=(Step(kind="Dense", options={"units": 64}), Step(kind="Dense", options={"units": 10})),
        among=True,
    ),
    ArtifactSize(artifact=FILE, most_bytes=60_000, points=2),
    LiteContract(
        artifact=FILE, takes=(28, 28), gives=(10,), dtype="uint8", integers_only=True, points=2
    ),
    HiddenMetric(artifact=FILE, hidden="fashion_mnist", bar=0.7, things="pictures", points=3),
]
