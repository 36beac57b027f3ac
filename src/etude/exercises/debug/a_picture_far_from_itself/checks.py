"""The marking scheme: one encoder for both pictures, whatever it is made of."""

from etude.checks.branches import Branches
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.shares_layer import SharesLayer
from etude.checks.values import Name

MODEL = Name(name="model")
PICTURE = (28, 28)

CHECKS = [
    ModelContract(models=(Asked(of=MODEL, inputs=(PICTURE, PICTURE), outputs=((1,),)),)),
    Branches(of=MODEL, after=("model_contract",)),
    SharesLayer(of=MODEL, after=("model_contract",), points=3),
]
