"""The marking scheme: the exported folder alone, asked about hidden cars."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric

FOLDER = "served/"
COLUMNS = ("acceleration", "displacement", "model_year")

CHECKS = [
    SavedContract(
        artifact=FOLDER,
        takes={name: Tensor(dtype="float32") for name in COLUMNS},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FOLDER,
        hidden="auto_mpg.weight",
        columns=COLUMNS,
        metric=Metric.MAE,
        lower=(690.0, 480.0, 390.0),
        bar=300.0,
        things="cars",
        after=("saved_contract",),
        points=4,
    ),
]
