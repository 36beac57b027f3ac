"""The marking scheme: which epoch the file holds."""

from etude.checks.best_weights_kept import BestWeightsKept
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    BestWeightsKept(
        of=MODEL,
        model=MODEL,
        path="best.keras",
        validation=Name(name="validation_data"),
        monitor="val_accuracy",
        points=3,
    )
]
