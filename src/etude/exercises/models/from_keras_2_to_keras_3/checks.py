"""The marking scheme: what the old program did, on the new version."""

from etude.checks.keeps_loadable_weights import KeepsLoadableWeights
from etude.checks.learning_rates import LearningRates
from etude.checks.reaches_score import ReachesScore
from etude.checks.tells_score import TellsScore
from etude.checks.values import Name

MODEL, PICTURES, LABELS = Name(name="model"), Name(name="test_pictures"), Name(name="test_labels")

CHECKS = [
    LearningRates(
        of=MODEL, steps=(0,), rates=(0.004,), what="its learning rate is 0.004", points=2
    ),
    ReachesScore(
        by=MODEL,
        inputs=PICTURES,
        labels=LABELS,
        bar=0.65,
        things="test pictures",
        plain="guessing gives 0.1",
        points=2,
    ),
    TellsScore(
        of=Name(name="test_accuracy"),
        by=MODEL,
        inputs=PICTURES,
        labels=LABELS,
        points=2,
        after=("reaches_score",),
    ),
    KeepsLoadableWeights(model=MODEL, example="clothes.weights.h5", points=2),
]
