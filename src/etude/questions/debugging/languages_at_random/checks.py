"""The marking scheme: a file that tells five languages apart by raw text."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "languages.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(5,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="udhr",
        classes=("Czech", "Danish", "French", "German", "Turkish"),
        lower=(0.5, 0.68, 0.87),
        bar=0.92,
        things="pieces of text",
        after=("saved_contract",),
        points=4,
    ),
]
