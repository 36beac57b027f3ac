"""The marking scheme: what the vocabulary knows, and that the rest still works."""

from etude.checks.model_contract import Asked, ModelContract
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Name

VECTORIZE = Name(name="vectorize")
PADDING = [0] * 41

CHECKS = [
    ReturnsArray(
        name="frequent_words",
        of=VECTORIZE,
        asked=["the i the the"],
        equals=[[2, 3, 2, 2, *PADDING]],
        what="the numbers of frequent words",
        attempt="which reviews did the vocabulary come from? adapt is to see the training reviews",
    ),
    ReturnsArray(
        name="new_words",
        of=VECTORIZE,
        asked=["Dolce jalapenos, firehouse buckwheat!"],
        equals=[[1, 1, 1, 1, *PADDING]],
        what="1 for each word that only test reviews have",
        attempt="which reviews did the vocabulary come from? adapt is to see the training reviews alone",
        points=3,
        after=("frequent_words",),
    ),
    ModelContract(
        models=(Asked(of=Name(name="model"), inputs=((45,),), outputs=((1,),)),),
        low=0.0,
        high=1.0,
    ),
]
