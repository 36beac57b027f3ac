"""The marking scheme: a file that predicts a measure from raw words and numbers."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "bill.keras"
WORDS = ["island", "sex"]
NUMBERS = ["bill_length_mm", "body_mass_g", "year"]

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={name: Tensor(dtype="string") for name in WORDS}
        | {name: Tensor(dtype="float32") for name in NUMBERS},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=500_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="penguins.bill_depth_mm",
        columns=(*WORDS, *NUMBERS),
        metric=Metric.MAE,
        lower=(1.35, 0.94, 0.9),
        bar=0.86,
        things="penguins",
        after=("saved_contract",),
        points=4,
    ),
]
