"""The marking scheme: a small file that predicts a number about applications from raw numbers."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "price.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(5,), dtype="float32")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=60_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="credit.price",
        columns=("amount", "time", "seniority", "age", "expenses"),
        side_by_side=True,
        metric=Metric.MAE,
        lower=(385, 310, 285),
        bar=272,
        things="applications",
        after=("saved_contract",),
        points=4,
    ),
]
