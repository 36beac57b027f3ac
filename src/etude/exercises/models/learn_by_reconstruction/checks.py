"""The marking scheme: the parts and their shapes, what the file rebuilds, and what it is used for."""

from etude.checks.flags_odd_ones import FlagsOddOnes
from etude.checks.functional_graph import FunctionalGraph
from etude.checks.made_of import MadeOf
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.rebuilds import Rebuilds
from etude.checks.values import Arrays, Name

ENCODER, DECODER, WHOLE = Name(name="encoder"), Name(name="decoder"), Name(name="autoencoder")
FILE = "trousers.keras"
KIND = "Trouser"

CHECKS = [
    FunctionalGraph(of=WHOLE),
    ModelContract(
        models=(
            Asked(of=ENCODER, inputs=((28, 28),), outputs=((8,),)),
            Asked(of=DECODER, inputs=((8,),), outputs=((28, 28),)),
            Asked(of=WHOLE, inputs=((28, 28),), outputs=((28, 28),)),
        ),
        points=2,
        after=("functional_graph",),
    ),
    MadeOf(
        whole=WHOLE,
        parts=(ENCODER, DECODER),
        inputs=Arrays(shape=(4, 28, 28)),
        points=3,
        after=("model_contract",),
    ),
    Rebuilds(
        artifact=FILE,
        hidden="fashion_mnist",
        kind=KIND,
        bar=0.06,
        plain="the mean of all training pictures reaches 0.1",
        points=3,
        after=("model_contract",),
    ),
    FlagsOddOnes(
        artifact=FILE,
        hidden="fashion_mnist",
        kind=KIND,
        bar=0.85,
        threshold=Name(name="threshold"),
        most_false=0.2,
        points=2,
        after=("rebuilds",),
    ),
]
