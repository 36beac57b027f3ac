"""The marking scheme: a table of numbers that count upwards, and models of two shapes."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.cuts_windows import CutsWindows
from etude.checks.defines import Defines
from etude.checks.looks_at_all import LooksAtAll
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Arrays, Call, Name

TABLE = Arrays(shape=(40, 3), fill="ramp")
STATIONS = 5


def asked(of, size, columns):
    return Asked(of=of, inputs=((size, columns),), outputs=((1,),))


def built(size, columns):
    label = f"build_model({size}, {columns})"
    return Call(function="build_model", args=(size, columns), label=label)


CHECKS = [
    Defines(name="defines_windows_of", function="windows_of", parameters=("table", "size")),
    CutsWindows(
        of=Call(function="windows_of", args=(TABLE, 14), label="windows_of(table, 14)"),
        series=TABLE,
        size=14,
        target=0,
        points=3,
        after=("defines_windows_of",),
    ),
    Defines(name="defines_build_model", function="build_model", parameters=("size", "columns")),
    ModelContract(
        models=(asked(built(14, STATIONS), 14, STATIONS), asked(built(9, 2), 9, 2)),
        points=2,
        after=("defines_build_model",),
    ),
    LooksAtAll(
        of=built(14, STATIONS),
        shape=(14, STATIONS),
        parts=("day", "station"),
        points=2,
        after=("model_contract",),
    ),
    UnboundedOutputs(of=built(14, STATIONS), after=("model_contract",)),
    CompiledWith(of=built(14, STATIONS), labels="numbers", after=("model_contract",)),
    ModelContract(
        name="trains_on_all",
        models=(asked(Name(name="model"), 14, STATIONS),),
        after=("model_contract",),
    ),
]
