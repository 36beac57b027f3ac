"""The marking scheme: the saved file, asked about sixty years that nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "sun.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(14,), dtype="float32")},
        gives=Tensor(shape=(2,), dtype="float32"),
        most_bytes=500_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="sunspots.next-2.window-14",
        metric=Metric.MAE,
        lower=(34, 26, 21),
        bar=20,
        things="windows",
        in_time=True,
        points=4,
        after=("saved_contract",),
    ),
]
