"""The marking scheme: the formula, the weights, and the way through a file."""

import numpy as np

from etude.checks.defines import Defines
from etude.checks.layer_computes import LayerComputes
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.survives_saving import SurvivesSaving
from etude.checks.values import Arrays, Call, Numbers

MODEL = Call(function="build_model", label="build_model()")
PARAMETERS = 42


# Examples and points lie so near each other that no output is next to 0, whatever the width.
STEP = 0.25


def computes(name, rows, points, features, scale, **arguments):
    """The layer with points 0, 0.25, 0.5, ... on inputs 0, 0.25, ...; width is `scale`."""
    inputs = STEP * np.arange(rows * features).reshape(rows, features)
    weights = STEP * np.arange(points * features).reshape(points, features)
    squares = ((inputs[:, np.newaxis] - weights) ** 2).sum(axis=-1)
    given = ", ".join([str(points), *(f"{key}={value}" for key, value in arguments.items())])
    return LayerComputes(
        of=Call(
            function="Nearness", args=(points,), kwargs=arguments, label=f"Nearness({given})"
        ),
        inputs=Numbers(values=inputs.tolist()),
        weights=(Numbers(values=weights.tolist()),),
        outputs=np.exp(-squares / scale).tolist(),
        formula="exp(-d / width) for each example and each point",
        name=name,
        points=3,
        after=("defines",),
    )


CHECKS = [
    Defines(function="Nearness", parameters=("count", "width")),
    computes("computes", 4, 3, 2, 2.0, width=2.0),
    computes("computes_by_default", 3, 2, 3, 1.0),
    ModelContract(
        models=(Asked(of=MODEL, inputs=((3,),), outputs=((2,),)),),
        sums_to_one=True,
        after=("defines",),
    ),
    ParameterBudget(
        of=MODEL, at_least=PARAMETERS, at_most=PARAMETERS, after=("computes", "model_contract")
    ),
    SurvivesSaving(
        of=MODEL,
        inputs=Arrays(shape=(16, 3), fill="normal"),
        points=4,
        after=("computes", "model_contract"),
    ),
]
