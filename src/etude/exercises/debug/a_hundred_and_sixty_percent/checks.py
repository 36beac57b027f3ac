"""The marking scheme: probabilities of classes that exclude each other."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((2,),), outputs=((3,),)),), sums_to_one=True, points=3
    ),
    CompiledWith(of=MODEL, labels="integers", accuracy=True),
]
