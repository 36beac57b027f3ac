"""The marking scheme: a file that gives probabilities for raw rows with gaps and words."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "applications.keras"
NUMBERS = ["seniority", "income", "assets", "amount", "price", "expenses", "age"]
WORDS = ["home", "records", "job"]

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={name: Tensor(dtype="float32") for name in NUMBERS}
        | {name: Tensor(dtype="string") for name in WORDS},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=1_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="credit",
        columns=(*NUMBERS, *WORDS),
        metric=Metric.CROSS_ENTROPY,
        classes=("good", "bad"),
        lower=(0.56, 0.51, 0.47),
        bar=0.46,
        things="applications",
        after=("saved_contract",),
        points=4,
    ),
]
