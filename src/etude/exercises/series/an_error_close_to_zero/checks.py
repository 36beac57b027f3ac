"""The marking scheme: the windows of a series that counts upwards."""

from etude.checks.cuts_windows import CutsWindows
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.values import Arrays, Call, Name

SERIES = Arrays(shape=(40,), fill="ramp")

CHECKS = [
    CutsWindows(
        of=Call(function="windows_of", args=(SERIES,), label="windows_of(series)"),
        series=SERIES,
        size=11,
        points=3,
    ),
    ModelContract(models=(Asked(of=Name(name="model"), inputs=((11,),), outputs=((1,),)),)),
]
