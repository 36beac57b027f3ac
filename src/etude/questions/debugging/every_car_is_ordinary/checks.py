"""The marking scheme: a file that predicts a number about cars from raw columns with gaps."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "ordinary.keras"
NUMBERS = ["displacement", "horsepower", "weight", "model_year"]

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={name: Tensor(dtype="float32") for name in NUMBERS}
        | {"origin": Tensor(dtype="string")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=500_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="auto_mpg",
        columns=(*NUMBERS, "origin"),
        metric=Metric.MAE,
        lower=(5.7, 3.5, 3),
        bar=2.75,
        things="cars",
        after=("saved_contract",),
        points=4,
    ),
]
