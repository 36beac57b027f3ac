"""
The windows hold the time, not the values of the series that is to be forecast.

## Why it hurts
A window of 40 times says no more than one number: when it is. Whether the series rises or falls stands in its own last
values. Besides, the time goes on: what the model is asked about lies beyond all that it was trained on, where a network
knows nothing. Such a model gives the mean of the series, and its loss does not move.

## Example
    import keras
    import numpy as np

    time = np.arange(0, 60, 0.25, dtype="float32")
    series = np.sin(time)
    x = np.stack([time[i : i + 20] for i in range(220)])[..., None] / 60
    y = series[20:]

    model = keras.Sequential([keras.Input((20, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    time = np.arange(0, 60, 0.25, dtype="float32")
    series = np.sin(time)
    x = np.stack([series[i : i + 20] for i in range(220)])[..., None]
    y = series[20:]

    model = keras.Sequential([keras.Input((20, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, epochs=2, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.series import label_line
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.guessing import cost_of_the_mean
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-1", "series-6", "data-4")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = (*NOTHING_LEARNED, "learning_rate_too_low")

# A trend or a wave that is learned all the same costs less.
_HARDLY_LEARNED = 0.5


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        inputs = fit.train.part("0")
        if fit.train.only_counts and inputs is not None and _learned_little(fit):
            return Finding(
                line=_inputs_line(evidence.source, fit) or label_line(evidence.source, fit),
                evidence=f"each input is a row of {inputs.shape[1]} numbers that goes on in equal steps, between "
                f"{inputs.low:.4g} and {inputs.high:.4g}, and the targets do not: it tells when, and nothing of the series",
                change="let each window hold the last values of the series itself, the column that the targets are "
                "taken from",
            )
    return None


def _inputs_line(source: Source, fit: Fit) -> int:
    """Where a function that a pipeline maps cuts the inputs; 0 where that is not seen."""
    stage = fit.train.stage("map")
    call = call_at(source, stage.line, "map") if stage is not None else None
    function = function_of(source, call.args[0]) if call is not None and call.args else None
    if not isinstance(function, ast.FunctionDef):
        return 0
    given = next((n.value for n in ast.walk(function) if isinstance(n, ast.Return)), None)
    inputs = given.elts[0] if isinstance(given, ast.Tuple) and given.elts else None
    made = (
        value_of(source, inputs.id, before=inputs.lineno)
        if isinstance(inputs, ast.Name)
        else inputs
    )
    return made.lineno if made is not None else 0


def _learned_little(fit: Fit) -> bool:
    """Whether the loss is not far below what answering with the mean costs, in training or in validation."""
    compiled, targets = fit.model.compiled, fit.train.part("1")
    if compiled is None or len(compiled.losses) != 1 or targets is None or not targets.deviation:
        return False
    guessing = cost_of_the_mean(compiled.losses[0].name, targets.deviation)
    last = [losses[-1] for key in ("loss", "val_loss") if (losses := fit.series(key))]
    return bool(guessing) and any(not loss < _HARDLY_LEARNED * guessing for loss in last)
