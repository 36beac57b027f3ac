"""The marking scheme: a probability for a yes or no, in either of the two usual ways."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    CompiledWith(of=MODEL, labels="binary", points=2),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_features"),
        labels=Name(name="test_male"),
        bar=0.8,
        things="test penguins",
        plain="calling all of them male gives 0.49",
        points=2,
    ),
]
