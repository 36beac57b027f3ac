"""The marking scheme: a series that counts upwards, and models of two sizes."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.cuts_windows import CutsWindows
from etude.checks.defines import Defines
from etude.checks.looks_at_all import LooksAtAll
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Arrays, Call

SERIES = Arrays(shape=(40,), fill="ramp")


def cut(size, steps, name):
    return CutsWindows(
        name=name,
        of=Call(
            function="windows_of",
            args=(SERIES, size, steps),
            label=f"windows_of(series, {size}, {steps})",
        ),
        series=SERIES,
        size=size,
        steps=steps,
        points=2,
        after=("defines_windows_of",),
    )


def built(size, steps):
    return Call(function="build_model", args=(size, steps), label=f"build_model({size}, {steps})")


def asked(size, steps):
    return Asked(of=built(size, steps), inputs=((size,),), outputs=((steps,),))


def looked_at(size, steps):
    return LooksAtAll(
        of=built(size, steps), shape=(size,), parts=("day",), after=("model_contract",)
    )


CHECKS = [
    Defines(
        name="defines_windows_of", function="windows_of", parameters=("series", "size", "steps")
    ),
    cut(14, 7, "cuts_windows"),
    cut(9, 4, "cuts_other_windows"),
    Defines(name="defines_build_model", function="build_model", parameters=("size", "steps")),
    ModelContract(models=(asked(14, 7), asked(9, 4)), points=2, after=("defines_build_model",)),
    looked_at(14, 7),
    UnboundedOutputs(of=built(14, 7), after=("model_contract",)),
    CompiledWith(of=built(14, 7), labels="numbers", after=("model_contract",)),
]
