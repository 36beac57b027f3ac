"""The marking scheme: the padded rows, and a network that does not see the padding."""

from etude.checks.defines import Defines
from etude.checks.ignores_padding import IgnoresPadding
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Call, Name

ROWS = [[3, 5], [7, 1, 4, 2], [6]]
MODEL = Call(function="build", args=(300,), label="build(300)")


def padded(length):
    return Call(function="pad", args=(ROWS, length), label=f"pad({ROWS}, {length})")


CHECKS = [
    Defines(function="pad", parameters=("rows", "length")),
    ReturnsArray(
        name="padded",
        of=padded(3),
        equals=[[3, 5, 0], [7, 1, 4], [6, 0, 0]],
        what="one row for each sentence",
        attempt="begin with an array of zeros, and write the words of each row into its beginning",
        after=("defines",),
    ),
    ReturnsArray(
        name="padded_longer",
        of=padded(5),
        equals=[[3, 5, 0, 0, 0], [7, 1, 4, 2, 0], [6, 0, 0, 0, 0]],
        what="one row for each sentence",
        after=("padded",),
    ),
    LearnsFromSoMany(
        of=Name(name="model"), most=300, least=300, shape=(9,), things="rows", after=("padded_longer",)
    ),
    ModelContract(
        models=(Asked(of=MODEL, inputs=((None,),), outputs=((1,),)),),
        low=0.0,
        high=1.0,
    ),
    IgnoresPadding(
        of=MODEL, tokens=[[31, 5, 2], [7, 1, 44], [12, 3, 9]], points=3, after=("model_contract",)
    ),
]
