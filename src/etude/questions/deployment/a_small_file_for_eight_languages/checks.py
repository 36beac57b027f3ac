"""The marking scheme: the file alone, its size, and its answers to hidden sentences."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "names.keras"
LANGUAGES = ("Italian", "Danish", "Spanish", "Finnish", "Polish", "English", "Dutch", "Turkish")

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(8,), dtype="float32"),
        most_bytes=4_000_000,
    ),
    ArtifactSize(artifact=FILE, most_bytes=60_000, after=("saved_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="udhr",
        classes=LANGUAGES,
        lower=(0.4, 0.7),
        bar=0.85,
        things="sentences",
        after=("saved_contract",),
        points=3,
    ),
]
