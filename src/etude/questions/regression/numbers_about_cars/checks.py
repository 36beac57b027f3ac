"""The marking scheme: a file that predicts a number about cars from raw numbers."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "mileage.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(5,), dtype="float32")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=500_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="auto_mpg",
        columns=("cylinders", "displacement", "weight", "acceleration", "model_year"),
        side_by_side=True,
        metric=Metric.MAE,
        lower=(5.7, 3.5, 3),
        bar=2.75,
        things="cars",
        after=("saved_contract",),
        points=4,
    ),
]
