"""
Forecasts are scaled back by the scaler of the inputs, not by that of the targets.

## Why it hurts
Each scaler remembers the range of what it was fitted to. The network answers on the scale of the targets; turned by
the scaler of the inputs, a load of 900 becomes a temperature of 15. Nothing fails as long as the number of columns
fits, and every error that is computed afterwards is one of units.

## Example
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(axis=0), values.std(axis=0)
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            return values * self.deviation + self.mean

    temperature = np.linspace(-5, 35, 60).reshape(60, 1)
    load = 900 - 12 * temperature
    input_scaler, target_scaler = Scaler(), Scaler()
    x = input_scaler.fit_transform(temperature)
    y = target_scaler.fit_transform(load)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    forecast = input_scaler.inverse_transform(model.predict(x, verbose=0))

## Instead
    import keras
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            self.mean, self.deviation = values.mean(axis=0), values.std(axis=0)
            return (values - self.mean) / self.deviation

        def inverse_transform(self, values):
            return values * self.deviation + self.mean

    temperature = np.linspace(-5, 35, 60).reshape(60, 1)
    load = 900 - 12 * temperature
    input_scaler, target_scaler = Scaler(), Scaler()
    x = input_scaler.fit_transform(temperature)
    y = target_scaler.fit_transform(load)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(x, y, epochs=2, verbose=0)
    forecast = target_scaler.inverse_transform(model.predict(x, verbose=0))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.places import call_at
from etude.diagnoses.scaled_back import turns_answer
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-4", "deploy-4")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("forecast_in_scaled_units",)

_SCALES = ("fit_transform", "transform")
_BACK = "inverse_transform"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.trainings:
        inputs, targets = _scalers(source, fit, 0), _scalers(source, fit, 1)
        for call in source.calls(_BACK) if inputs and targets and not inputs & targets else ():
            used = dotted_name(call.func).rpartition(".")[0]
            if used in inputs and turns_answer(source, call):
                right = min(targets)
                return Finding(
                    line=call_line(call),
                    evidence=f"{used} scaled the inputs of line {fit.line}, {right} its targets, and line "
                    f"{call_line(call)} turns what the model answers by {used}",
                    change=f"{right}.{_BACK}(...): answers are on the scale of the targets",
                    about=used,
                )
    return None


def _scalers(source: Source, fit: Fit, place: int) -> set[str]:
    """The objects that scaled the inputs, place 0, or the targets, place 1, of a training."""
    return {
        name
        for verb in ("fit", "train_on_batch")
        for node in origins(source, _argument(source, fit, verb, place), before=fit.line)
        if (name := _scaler_of(node))
    }


def _argument(source: Source, fit: Fit, verb: str, place: int) -> ast.expr | None:
    if place == 0:
        return inputs_given(source, fit.line, verb)
    call = call_at(source, fit.line, verb)
    return given(call, "y", place) if call is not None else None


def _scaler_of(node: ast.AST) -> str:
    if not isinstance(node, ast.Call) or not dotted_name(node.func).endswith(_SCALES):
        return ""
    owner = dotted_name(node.func).rpartition(".")[0]
    return "" if owner == "self" else owner  # inside a scaler of the learner's own
