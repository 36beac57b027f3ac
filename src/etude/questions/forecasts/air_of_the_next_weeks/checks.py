"""The marking scheme: the saved file, asked about five years that nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "air.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(52,), dtype="float32")},
        gives=Tensor(shape=(8,), dtype="float32"),
        most_bytes=1_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="co2.next-8",
        metric=Metric.MAE,
        lower=(1.64, 1.1, 0.65),
        bar=0.53,
        things="windows",
        in_time=True,
        points=4,
        after=("saved_contract",),
    ),
]
