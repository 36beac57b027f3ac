"""The marking scheme: what training was watched on, and what came of it."""

from etude.checks.callback_used import CallbackUsed
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name
from etude.checks.watches_validation import WatchesValidation

CHECKS = [
    WatchesValidation(kept=Name(name="test_pictures"), points=3),
    CallbackUsed(
        of=Name(name="history"),
        kind="EarlyStopping",
        effect="stops",
        monitor="val_loss",
        best="min",
        patience=4,
        after=("watches_validation",),
    ),
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_labels"),
        bar=0.7,
        things="test pictures",
        plain="guessing gives 0.10",
    ),
]
