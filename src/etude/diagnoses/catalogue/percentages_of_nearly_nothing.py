"""
A percentage error is taken of targets that come to zero, so a few of them decide everything.

## Why it hurts
The mean absolute percentage error divides each error by its target. An error of 0.01 is one per cent of a target of 1, a
thousand per cent of a target of 0.001, and beside a target of 0 Keras divides by 1e-7. Targets that a MinMaxScaler has put
between 0 and 1, or that were centred on 0, have such values by construction, whatever they were before. The mean is then
in the thousands or millions and says nothing about the others; as a loss it makes the network answer next to nothing.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    riders = 400 + 100 * np.sin(np.arange(200) / 9).astype("float32")
    scaled = (riders - riders.min()) / (riders.max() - riders.min())

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse", metrics=["mape"])
    model.fit(np.stack([scaled[:-2], scaled[1:-1]], axis=1), scaled[2:], epochs=20, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    riders = 400 + 100 * np.sin(np.arange(200) / 9).astype("float32")
    low, high = riders.min(), riders.max()
    scaled = (riders - low) / (high - low)

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse", metrics=["mae"])
    inputs = np.stack([scaled[:-2], scaled[1:-1]], axis=1)
    model.fit(inputs, scaled[2:], epochs=20, verbose=0)

    forecast = low + (high - low) * model.predict(inputs, verbose=0)[:, 0]
    print(100 * np.mean(np.abs(forecast - riders[2:]) / riders[2:]), "%")
"""

from math import isfinite, sqrt

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs, training_of
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, TensorSample

# The training itself may be well.
SEVERITY = Severity.WARNING
SKILLS = ("model-8", "series-5", "dev-3")
GUIDE = "Keras API: MeanAbsolutePercentageError"
EXPLAINS = ()

_PERCENTAGES = ("mean_absolute_percentage_error", "mape", "MAPE")
# Answering 0 to everything has 100 per cent: more says that the percentages are of next to nothing.
_WORSE_THAN_ZEROS = 200.0
# The same errors beside the size of the targets come to less than this part of it.
_TIMES = 10.0
# Of the largest target: nearer to zero than this is next to it.
_NEXT_TO_ZERO = 1e-3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        fit = training_of(output)
        targets = fit.train.part("1") if fit is not None else None
        if fit is None or targets is None or not _come_to_zero(targets):
            continue
        reached = _percentage(fit, as_loss=output.loss in _PERCENTAGES)
        if reached >= _WORSE_THAN_ZEROS and reached >= _TIMES * _beside_their_size(fit, targets):
            return Finding(
                line=_line(evidence, fit, as_loss=output.loss in _PERCENTAGES),
                about=output.model.name,
                evidence=f"the mean absolute percentage error ends at {reached:,.0f} %, where answering 0 to everything has "
                f"100 %: the targets go from {targets.low:.4g} to {targets.high:.4g}, and some are next to 0"
                + _told(fit, targets),
                change="judge by mae or mse; take percentages only after answers and targets have been scaled back to "
                "units in which no target is near 0, or of sums: sum of |errors| / sum of |targets|",
            )
    return None


def _come_to_zero(targets: TensorSample) -> bool:
    if targets.low is None or targets.high is None or targets.distinct is not None:
        return False
    if targets.low < 0 < targets.high:
        return True
    nearest, farthest = sorted((abs(targets.low), abs(targets.high)))
    return nearest <= _NEXT_TO_ZERO * farthest


def _percentage(fit: Fit, *, as_loss: bool) -> float:
    """What the last epoch logged of it; 0 without."""
    logs = fit.epochs[-1] if fit.epochs else {}
    names = [name for name in logs if name.removeprefix("val_") == name]
    logged = [logs[name] for name in names if name.endswith(_PERCENTAGES)]
    logged += [logs["loss"]] if as_loss and "loss" in logs else []
    return max((one for one in logged if isfinite(one)), default=0.0)


def _beside_their_size(fit: Fit, targets: TensorSample) -> float:
    """The usual error in per cent of the size that the targets have; 0 when it is not known."""
    logs, losses = fit.epochs[-1], fit.model.compiled.losses if fit.model.compiled else ()
    loss = losses[0].name if len(losses) == 1 else ""
    size = sqrt((targets.mean or 0.0) ** 2 + (targets.deviation or 0.0) ** 2)
    error = {
        "mean_squared_error": sqrt(max(logs.get("loss", 0.0), 0.0)),
        "mean_absolute_error": logs.get("loss", 0.0),
    }.get(loss, logs.get("mae", logs.get("mean_absolute_error", 0.0)))
    return 100 * error / size if size else 0.0


def _told(fit: Fit, targets: TensorSample) -> str:
    usual = _beside_their_size(fit, targets)
    return f"; beside the usual size of the targets the errors are {usual:.2g} %" if usual else ""


def _line(evidence: Evidence, fit: Fit, *, as_loss: bool) -> int:
    """Where the percentage is asked for."""
    compiled = fit.model.compiled
    line = compiled.line if compiled else 0
    call = call_at(evidence.source, line, "compile")
    if call is None:
        return line or fit.line
    return evidence.source.line_of_argument(call, "loss" if as_loss else "metrics")
