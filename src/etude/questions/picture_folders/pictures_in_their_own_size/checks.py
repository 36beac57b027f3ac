"""The marking scheme: the file alone, its size, and its answers to hidden drawings."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "sizes.keras"
CLASSES = ("vehicle", "mammal", "fruit")
GIVEN = 128

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(GIVEN, GIVEN, 3), dtype="float32")},
        gives=Tensor(shape=(3,), dtype="float32"),
        most_bytes=8_000_000,
    ),
    ArtifactSize(artifact=FILE, most_bytes=300_000, after=("saved_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="clip_art",
        classes=CLASSES,
        size=(GIVEN, GIVEN),
        lower=(0.51, 0.54),
        bar=0.57,
        things="drawings",
        after=("saved_contract",),
        points=3,
    ),
]
