"""The marking scheme: the answer, the weights, and that padding has none."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.ignores_padding import IgnoresPadding
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.shares_weights import SharesWeights
from etude.checks.values import Call
from etude.checks.weighs_by_softmax import WeighsBySoftmax

BOTH = Call(function="build", args=(300,), label="build(300)")
MODEL, WEIGHTS = BOTH.pick(0, "the classifier"), BOTH.pick(1, "the network of the weights")

CHECKS = [
    Defines(function="build", parameters=("words",)),
    ModelContract(
        name="classifier",
        models=(Asked(of=MODEL, inputs=((None,),), outputs=((1,),)),),
        low=0.0,
        high=1.0,
        after=("defines",),
    ),
    CompiledWith(of=MODEL, labels="binary", accuracy=True, after=("classifier",)),
    ModelContract(
        name="weights",
        models=(Asked(of=WEIGHTS, inputs=((None,),), outputs=((None,),)),),
        sums_to_one=True,
        points=3,
        after=("classifier",),
    ),
    SharesWeights(of=WEIGHTS, other=MODEL, after=("weights",)),
    WeighsBySoftmax(of=WEIGHTS, words=300, points=2, after=("shares_weights",)),
    IgnoresPadding(
        of=MODEL, tokens=[[31, 5, 2], [7, 1, 44], [12, 3, 9]], points=3, after=("classifier",)
    ),
    ParameterBudget(of=MODEL, at_least=4_834, at_most=4_834, after=("ignores_padding",)),
]
