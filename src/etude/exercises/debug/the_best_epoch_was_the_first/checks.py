"""The marking scheme: which epoch the file holds, and what decided it."""

from etude.checks.best_weights_kept import BestWeightsKept
from etude.checks.callback_used import CallbackUsed
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
    ),
    CallbackUsed(
        of=MODEL,
        kind="ModelCheckpoint",
        effect="saves",
        monitor="val_accuracy",
        best="max",
        path="best.keras",
        after=("best_weights_kept",),
    ),
]
