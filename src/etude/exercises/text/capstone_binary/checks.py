"""The marking scheme: the saved file counts, and what it takes and gives, and that its training was watched."""

from etude.checks.element_spec import Tensor
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.saved_contract import SavedContract
from etude.checks.watches_validation import WatchesValidation

FILE = "reviews.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(dtype="string")},
        gives=Tensor(shape=(1,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    HiddenMetric(
        artifact=FILE,
        hidden="reviews",
        classes=("other", "great"),
        bar=0.65,
        probabilities=True,
        things="reviews",
        after=("saved_contract",),
        points=6,
    ),
    WatchesValidation(things="reviews", points=2),
]
