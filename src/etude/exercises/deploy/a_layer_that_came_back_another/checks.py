"""The marking scheme: a model, and what its own file makes of it."""

from etude.checks.survives_saving import SurvivesSaving
from etude.checks.values import Arrays, Call, Name

PENGUINS = Arrays(shape=(64, 4), low=10.0, high=250.0)
OTHER_ROWS = Arrays(shape=(100, 4), fill="normal", low=30.0, high=7.0, seed=1)

CHECKS = [
    SurvivesSaving(name="trained", of=Name(name="model"), inputs=PENGUINS, points=2),
    SurvivesSaving(
        name="other_rows",
        of=Call(function="build_model", args=(OTHER_ROWS,), label="build_model(other rows)"),
        inputs=OTHER_ROWS,
        points=2,
        after=("trained",),
    ),
]
