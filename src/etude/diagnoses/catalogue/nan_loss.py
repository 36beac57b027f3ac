"""
Training has come to numbers that are none: the loss or the weights are NaN.

## Why it hurts
NaN spreads through every sum it meets. From the first one on the model learns nothing more, and its
predictions are worthless, even where a ReLU hides the NaN from the loss. Usual causes: missing values in the
inputs, inputs that are far too large, a learning rate that is too high, or a logarithm or division of zero in
a loss of one's own.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(-1000, 1000, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(10.0), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(-1000, 1000, 64, dtype="float32").reshape(64, 1) / 1000
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=4, verbose=0)
"""

import math

from etude.diagnoses.curves import tries_rates
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, TensorSample
from etude.domain.own_loop import Loop

SEVERITY = Severity.SILENT
SKILLS = ("train-5", "dev-3", "model-9")
GUIDE = "TensorFlow guide: Debug a TensorFlow 2 migrated training pipeline"
EXPLAINS = (
    "diverging_loss",
    "stuck_at_majority",
    "trained_too_short",
    "overfits",
    "predicts_constant",
    "loss_oscillates",
)

_LARGE = 10.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        seen = "" if tries_rates(fit) else _where(fit)
        if seen:
            inputs = [s for s in fit.train.sample if s.path.startswith("0")]
            missing = sum(sample.nan for sample in inputs)
            return Finding(
                line=_line(fit, missing),
                evidence=f"{seen}{_inputs(inputs, missing)}{_rate(fit)}",
                change=_change(inputs, missing),
            )
    return None


def _where(fit: Fit) -> str:
    """What is NaN or infinite, and since when."""
    losses, unit = fit.series("loss"), "epoch"
    if isinstance(fit, Loop):
        losses, unit = list(fit.losses), "about step"
    for place, loss in enumerate(losses):
        if not math.isfinite(loss):
            return f"the loss is {loss} from {unit} {1 + place * _apart(fit)} on"
    bad = fit.nan_weights
    return f"{len(bad)} weights hold NaN ({bad[0]}), behind a finite loss" if bad else ""


def _apart(fit: Fit) -> int:
    """How many steps lie between two losses of a loop; of the epochs of ``fit`` each is told."""
    return max(1, fit.steps // max(1, len(fit.losses))) if isinstance(fit, Loop) else 1


def _line(fit: Fit, missing: int) -> int:
    """Where the learning rate stands, unless it is the data that have to change."""
    compiled = fit.model.compiled
    return compiled.line if compiled and compiled.line and not missing else fit.line


def _inputs(inputs: list[TensorSample], missing: int) -> str:
    if missing:
        return f"; the first batch has {missing} values that are NaN"
    known = [sample for sample in inputs if sample.low is not None and sample.high is not None]
    if not known:
        return ""
    low = min(sample.low for sample in known if sample.low is not None)
    high = max(sample.high for sample in known if sample.high is not None)
    return f"; the inputs lie between {low:.4g} and {high:.4g}"


def _rate(fit: Fit) -> str:
    compiled = fit.model.compiled
    if compiled is None or compiled.learning_rate is None:
        return ""
    return f"; {compiled.optimizer} learns at a rate of {compiled.learning_rate:.3g}"


def _change(inputs: list[TensorSample], missing: int) -> str:
    if missing:
        return "fill or drop the missing values before training"
    if any(max(abs(s.low or 0), abs(s.high or 0)) > _LARGE for s in inputs):
        return "scale the inputs to about 1, then try a learning rate ten times smaller"
    return "try a learning rate ten times smaller, then look for log or division in your own loss"
