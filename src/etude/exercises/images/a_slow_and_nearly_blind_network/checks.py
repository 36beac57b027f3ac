"""The marking scheme: how good the network is, and that a small one is enough."""

from etude.checks.parameter_budget import ParameterBudget
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_labels"),
        bar=0.66,
        things="test pictures",
        plain="guessing gives 0.10",
        points=3,
    ),
    ParameterBudget(of=MODEL, at_most=8_000),
]
