"""The marking scheme: six outputs, a loss that fits, the right languages and their names."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.reaches_score import ReachesScore
from etude.checks.returns_array import ReturnsArray
from etude.checks.value_range import ValueRange
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Call, Name

MODEL = Name(name="model")
ROWS = [
    [0.1, 0.2, 0.3, 0.2, 0.1, 0.1],
    [0.9, 0.0, 0.0, 0.0, 0.0, 0.1],
    [0.0, 0.1, 0.0, 0.2, 0.3, 0.4],
]

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((12,),), outputs=((6,),)),), sums_to_one=True, points=2
    ),
    CompiledWith(of=MODEL, labels="integers", accuracy=True, points=2, after=("model_contract",)),
    ValueRange(of=Name(name="test_labels"), low=0, high=5, spread=0.9),
    LearnsFromSoMany(of=MODEL, most=412, things="pieces"),
    StepsLeaveOut(kept=Name(name="test_words"), things="pieces"),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_words"),
        labels=Name(name="test_labels"),
        bar=0.75,
        things="test pieces",
        plain="always the same language gives about 0.18",
        points=2,
        after=("model_contract", "value_range"),
    ),
    ReturnsArray(
        of=Call(function="names", args=(ROWS,), label="names of three rows"),
        equals=["English", "Danish", "Swedish"],
        what="the language with the largest number in each row",
        attempt="find the place of the largest number, then the name at that place",
    ),
]
