"""The marking scheme: the saved file, asked about articles that nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "six.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(6,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="udhr",
        classes=("Norwegian", "Spanish", "Czech", "Slovak", "Galician", "Danish"),
        lower=(0.25, 0.59, 0.82),
        bar=0.86,
        things="texts",
        points=4,
        after=("saved_contract",),
    ),
]
