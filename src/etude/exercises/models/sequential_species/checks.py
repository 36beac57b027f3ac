"""The marking scheme: a classifier of raw measures, and the names that it gives."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.gives_examples import GivesExamples
from etude.checks.has_layers import HasLayers, Step
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.normalizes_by import NormalizesBy
from etude.checks.reaches_score import ReachesScore
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Answers, Name

SPECIES = ("Adelie", "Chinstrap", "Gentoo")
MODEL, MEASURES = Name(name="model"), Name(name="test_measures")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((4,),), outputs=((3,),)),), sums_to_one=True, points=2
    ),
    HasLayers(
        of=MODEL,
        steps=(Step(kind="Dense"), Step(kind="Dense")),
        among=True,
        after=("model_contract",),
    ),
    NormalizesBy(of=MODEL, rows=Name(name="train_measures"), after=("has_layers",)),
    CompiledWith(of=MODEL, labels="integers", accuracy=True, points=2),
    LearnsFromSoMany(of=MODEL, most=200, things="penguins", after=("model_contract",)),
    StepsLeaveOut(kept=Name(name="test_measures"), things="penguins"),
    ReachesScore(
        by=MODEL,
        inputs=MEASURES,
        labels=Name(name="test_species"),
        bar=0.95,
        things="test penguins",
        plain="always saying Adelie gives 0.44",
        points=3,
        after=("model_contract",),
    ),
    GivesExamples(
        of=Name(name="answers"),
        parts={"": Answers(by=MODEL, inputs=MEASURES, names=SPECIES)},
        shape=(63,),
        in_order=True,
        things="answers",
        attempt="the place of the largest probability of each row says which name it is",
        points=2,
        after=("model_contract",),
    ),
]
