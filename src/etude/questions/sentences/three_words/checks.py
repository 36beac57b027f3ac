"""The marking scheme: the saved file, asked about a few words of articles nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "words.keras"
NAMES = "Czech, Danish, Estonian, Hungarian, Indonesian, Italian, Slovak, Swedish"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(8,), dtype="float32"),
        most_bytes=4_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="udhr",
        classes=tuple(NAMES.split(", ")),
        words=3,
        lower=(0.25, 0.48, 0.84),
        bar=0.85,
        things="texts",
        points=4,
        after=("saved_contract",),
    ),
]
