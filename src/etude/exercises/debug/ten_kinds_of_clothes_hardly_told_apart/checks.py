"""The marking scheme: output and loss belong together, whichever of them was mended."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    CompiledWith(of=MODEL, labels="integers", accuracy=True, points=2),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_labels"),
        bar=0.75,
        things="test pictures",
        plain="guessing gives 0.10",
        points=2,
    ),
]
