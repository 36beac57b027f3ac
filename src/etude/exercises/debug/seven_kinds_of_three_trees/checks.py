"""The marking scheme: three outputs, and the right names."""

from etude.checks.gives_examples import GivesExamples
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((2,),), outputs=((3,),)),), sums_to_one=True, points=2
    ),
    GivesExamples(
        of=Name(name="answers"),
        parts={"": ["birch", "oak", "willow"] * 6},
        in_order=True,
        things="answers",
        attempt="how many different names are there among the labels?",
        points=2,
    ),
]
