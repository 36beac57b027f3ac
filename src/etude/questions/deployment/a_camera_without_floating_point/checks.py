"""The marking scheme: the file alone, asked as the device does it."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.lite_contract import LiteContract
from etude.checks.reaches_bars import ReachesBars

FILE = "camera.tflite"
CLASSES = ("Dress", "Bag", "Sneaker", "T-shirt/top", "Coat", "Trouser")

CHECKS = [
    LiteContract(artifact=FILE, takes=(28, 28), gives=(6,), dtype="uint8", integers_only=True),
    ArtifactSize(artifact=FILE, most_bytes=20_000, after=("lite_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="fashion_mnist",
        classes=CLASSES,
        lower=(0.4, 0.65),
        bar=0.8,
        things="pictures",
        after=("lite_contract",),
        points=3,
    ),
]
