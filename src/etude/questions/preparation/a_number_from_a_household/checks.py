"""The marking scheme: a file that predicts a number from raw words and numbers with gaps."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "household.keras"
WORDS = ["home", "marital", "job"]
NUMBERS = ["income", "assets", "age"]

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={name: Tensor(dtype="string") for name in WORDS}
        | {name: Tensor(dtype="float32") for name in NUMBERS},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=200_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="credit.expenses",
        columns=(*WORDS, *NUMBERS),
        metric=Metric.MAE,
        lower=(15.6, 12.5, 11.8),
        bar=11.5,
        things="households",
        after=("saved_contract",),
        points=4,
    ),
]
