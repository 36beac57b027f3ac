"""The marking scheme: the file alone, asked how sure it is of hidden pictures."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "second.keras"
CLASSES = ("Pullover", "Coat")

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(28, 28), dtype="float32")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="fashion_mnist",
        classes=CLASSES,
        metric=Metric.CROSS_ENTROPY,
        lower=(0.67, 0.5, 0.46),
        bar=0.43,
        things="pictures",
        after=("saved_contract",),
        points=4,
    ),
]
