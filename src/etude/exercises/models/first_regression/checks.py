"""The marking scheme: a network for numbers, what it says, and how far off that is."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.gives_examples import GivesExamples
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.tells_score import TellsScore
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Answers, Name

MODEL = Name(name="model")
TEST = {"by": MODEL, "inputs": Name(name="test_features"), "labels": Name(name="test_mpg")}

CHECKS = [
    CompiledWith(of=MODEL, labels="numbers", points=2),
    UnboundedOutputs(of=MODEL, after=("compiled_with",)),
    ReachesScore(
        **TEST,
        metric=Metric.MAE,
        bar=2.75,
        things="test cars",
        plain="always naming the mean gives 6.5",
        points=3,
        after=("compiled_with",),
    ),
    GivesExamples(
        name="predictions",
        of=Name(name="predictions"),
        parts={"": Answers(by=MODEL, inputs=Name(name="test_features"), flat=True)},
        shape=(74,),
        in_order=True,
        things="predictions",
        points=2,
        after=("compiled_with",),
    ),
    TellsScore(
        of=Name(name="error"), **TEST, metric=Metric.MAE, within=0.05, after=("compiled_with",)
    ),
]
