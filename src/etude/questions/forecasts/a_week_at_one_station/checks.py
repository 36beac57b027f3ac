"""The marking scheme: the saved file, asked about a year that nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "station.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(28,), dtype="float32")},
        gives=Tensor(shape=(7,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="ridership.next-7.in-1.of-1",
        metric=Metric.MAE,
        lower=(1.15, 0.69, 0.6),
        bar=0.585,
        things="windows",
        in_time=True,
        points=4,
        after=("saved_contract",),
    ),
]
