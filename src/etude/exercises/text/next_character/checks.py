"""The marking scheme: windows, network, draws and the loop, each by what it gives."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.draws_with_probabilities import DrawsWithProbabilities
from etude.checks.generates_by_model import GeneratesByModel
from etude.checks.loss_comes_down import LossComesDown
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Arrays, Call, Name

TEN = Arrays(shape=(10,), fill="ramp", dtype="int64")
CUT = Call(function="windows", args=(TEN, 3))
LOGITS = [0.0, 1.0986, 1.7918]  # 1 : 3 : 6 as probabilities


def built(size):
    return Call(function="build", args=(size,), label=f"build({size})")


def drawn(temperature):
    return Call(
        function="draw",
        args=(LOGITS, temperature),
        label=f"draw({LOGITS}, {temperature})",
    )


CHECKS = [
    Defines(name="defines_windows", function="windows", parameters=("numbers", "length")),
    Defines(name="defines_build", function="build", parameters=("size",)),
    Defines(name="defines_draw", function="draw", parameters=("logits", "temperature")),
    Defines(
        name="defines_generate",
        function="generate",
        parameters=("model", "start", "steps", "temperature"),
    ),
    ReturnsArray(
        name="inputs",
        of=CUT.pick(0, "the inputs of windows(0, 1, ... 9; 3)"),
        equals=[[0, 1, 2], [3, 4, 5], [6, 7, 8]],
        what="the windows",
        attempt="ten numbers make three windows of three and the targets of the last",
        after=("defines_windows",),
    ),
    ReturnsArray(
        name="targets",
        of=CUT.pick(1, "the targets of windows(0, 1, ... 9; 3)"),
        equals=[[1, 2, 3], [4, 5, 6], [7, 8, 9]],
        what="the number that follows each input",
        attempt="write the inputs and the targets of the first window below each other",
        points=2,
        after=("inputs",),
    ),
    ModelContract(
        models=tuple(
            Asked(of=built(size), inputs=((None,),), outputs=((None, size),)) for size in (260, 300)
        ),
        points=2,
        after=("defines_build",),
    ),
    CompiledWith(of=built(300), labels="integers", after=("model_contract",)),
    DrawsWithProbabilities(
        name="draws", of=drawn(1.0), probabilities=[0.1, 0.3, 0.6], after=("defines_draw",)
    ),
    DrawsWithProbabilities(
        name="draws_colder",
        of=drawn(0.5),
        probabilities=[0.0217, 0.1957, 0.7826],
        after=("draws",),
    ),
    LossComesDown(below=2.3, guessing=3.3, after=("targets", "compiled_with")),
    GeneratesByModel(
        function="generate",
        model=Name(name="model"),
        start=[1, 5, 9, 12, 3],
        points=2,
        after=("loss_comes_down", "defines_generate"),
    ),
]
