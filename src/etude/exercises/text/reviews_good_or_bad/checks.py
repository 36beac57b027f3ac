"""The marking scheme: the output, the loss, and how many test reviews are named right."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.reaches_score import ReachesScore
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((45,),), outputs=((1,),)),), low=0.0, high=1.0, points=2
    ),
    CompiledWith(of=MODEL, labels="binary", accuracy=True, points=2, after=("model_contract",)),
    LearnsFromSoMany(of=MODEL, most=1200, things="reviews"),
    StepsLeaveOut(kept=Name(name="test_words"), things="reviews"),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_words"),
        labels=Name(name="test_great"),
        bar=0.6,
        things="test reviews",
        plain="guessing gives about 0.5",
        points=3,
        after=("model_contract",),
    ),
]
