"""The marking scheme: the folder, asked with rows as they are measured."""

from etude.checks.serves import Serves
from etude.checks.values import Arrays, Call, Name

MEASURED = Arrays(shape=(32, 4), low=10.0, high=250.0)

CHECKS = [
    Serves(
        folder="species/",
        model=Name(name="model"),
        inputs=Call(function="prepare", args=(MEASURED,), label="prepare(rows)"),
        raw=MEASURED,
        dtype="float32",
        shape=(None, 4),
        points=3,
    )
]
