"""The marking scheme: the saved file, asked how sure it is of reviews that nobody has shown it."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "praise.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=3_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="reviews",
        classes=("other", "great"),
        metric=Metric.CROSS_ENTROPY,
        lower=(0.67, 0.62, 0.58),
        bar=0.565,
        things="reviews",
        points=4,
        after=("saved_contract",),
    ),
]
