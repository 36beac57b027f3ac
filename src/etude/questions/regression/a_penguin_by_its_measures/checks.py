"""The marking scheme: a file with named inputs that predicts a measure in its own units."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FILE = "penguin.keras"
GIVEN = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm")

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={name: Tensor(dtype="float32") for name in GIVEN},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=500_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="penguins.body_mass_g",
        columns=GIVEN,
        metric=Metric.MAE,
        lower=(600, 400, 355),
        bar=335,
        things="penguins",
        after=("saved_contract",),
        points=4,
    ),
]
