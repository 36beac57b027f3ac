"""The marking scheme: when training stopped."""

from etude.checks.callback_used import CallbackUsed
from etude.checks.values import Name

CHECKS = [
    CallbackUsed(
        of=Name(name="history"),
        kind="EarlyStopping",
        effect="stops",
        monitor="val_loss",
        best="min",
        patience=3,
        points=3,
    )
]
