"""The marking scheme: the vector of a text, and the neighbours of a word."""

from etude.checks.defines import Defines
from etude.checks.ignores_padding import IgnoresPadding
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Arrays, Call


def built(words, size):
    return Call(function="build", args=(words, size), label=f"build({words}, {size})")


def asked(words, size):
    return Asked(of=built(words, size), inputs=((None,),), outputs=((size,),))


TABLE = Arrays(shape=(8, 3), fill="normal", seed=0)
MODEL = built(300, 8)


def neighbours(number):
    return Call(
        function="nearest", args=(TABLE, number, 3), label=f"nearest(a table, {number}, 3)"
    )


CHECKS = [
    Defines(name="defines_build", function="build", parameters=("words", "size")),
    Defines(
        name="defines_nearest", function="nearest", parameters=("vectors", "number", "count")
    ),
    ModelContract(models=(asked(300, 8), asked(400, 5)), points=2, after=("defines_build",)),
    IgnoresPadding(
        of=MODEL,
        tokens=[[299, 5, 2], [7, 1, 44], [12, 3, 298]],
        points=2,
        after=("model_contract",),
    ),
    ParameterBudget(of=MODEL, at_least=2400, at_most=2400, after=("model_contract",)),
    ReturnsArray(
        name="nearest_of_one",
        of=neighbours(2),
        equals=[6, 7, 4],
        what="the three nearest words",
        attempt="compute one cosine by hand: product of the vectors, divided by both lengths",
        points=2,
        after=("defines_nearest",),
    ),
    ReturnsArray(
        name="nearest_of_another",
        of=neighbours(5),
        equals=[3, 4, 7],
        what="the three nearest words",
        attempt="look at the order, and at which words must not be among them",
        after=("nearest_of_one",),
    ),
]
