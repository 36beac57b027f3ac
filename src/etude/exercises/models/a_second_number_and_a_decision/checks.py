"""The marking scheme: two numbers from one network, and what is made of them."""

import numpy as np

from etude.checks.gives_examples import GivesExamples
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Arrays, Call, Name

TEST = {"inputs": Name(name="test_features"), "metric": Metric.MAE, "things": "test cars"}
# Made-up cars: whole numbers, so that some lie on the limits.
MPG = Arrays(shape=(60,), fill="integers", low=20, high=30, seed=1)
SECONDS = Arrays(shape=(60,), fill="integers", low=13, high=20, seed=2)


def drawn(arrays):
    """The same numbers as the sandbox draws."""
    return np.random.default_rng(arrays.seed).integers(arrays.low, arrays.high, size=arrays.shape)


RECOMMENDED = (drawn(MPG) >= 25) & (drawn(SECONDS) <= 16)

CHECKS = [
    ModelContract(
        models=(Asked(of=Name(name="model"), inputs=((5,),), outputs=((2,),)),), points=2
    ),
    UnboundedOutputs(of=Name(name="model"), after=("model_contract",)),
    ReachesScore(
        name="miles",
        by=Name(name="mpg_of"),
        labels=Name(name="test_mpg"),
        bar=2.75,
        plain="always naming the mean gives 6.5",
        points=2,
        after=("model_contract",),
        **TEST,
    ),
    ReachesScore(
        name="seconds",
        by=Name(name="seconds_of"),
        labels=Name(name="test_seconds"),
        bar=1.5,
        plain="always naming the mean gives 2.3",
        points=2,
        after=("model_contract",),
        **TEST,
    ),
    GivesExamples(
        name="recommended",
        of=Call(function="recommend", args=(MPG, SECONDS), label="recommend(mpg, seconds)"),
        parts={"": RECOMMENDED.astype(int).tolist()},
        shape=(60,),
        in_order=True,
        things="decisions",
        attempt="look at cars that lie on a limit",
        points=2,
    ),
]
