"""
Softmax makes the outputs of a row sum to 1, and the values to predict do not.

## Why it hurts
Softmax is for classes of which one is right: it hands out a total of 1. Pixels of a picture and other amounts have sums of
their own: 784 pixels that share 1 are all nearly black, and to make one lighter the network must darken the rest. The loss
falls to a floor and stays there.

## Example
    import keras
    import numpy as np

    rows = np.random.default_rng(0).uniform(0, 1, (64, 12)).astype("float32")
    model = keras.Sequential([
        keras.Input((12,)),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(12, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows, rows, verbose=0)

## Instead
    import keras
    import numpy as np

    rows = np.random.default_rng(0).uniform(0, 1, (64, 12)).astype("float32")
    model = keras.Sequential([
        keras.Input((12,)),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(12, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(rows, rows, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import activation_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-1")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = NUMBERS_GONE_WRONG

_OF_SHARES = "categorical_crossentropy"
_LOSSES = REGRESSION_LOSSES | {"binary_crossentropy", _OF_SHARES}
# Shares of a whole may miss 1 a little, by rounding or smoothing; a row of twice that has other sums.
_NO_SHARES = 2.0
_ONE = 1.0
_ROUNDING = 1e-3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        targets = output.fit.train.part("1") if output.fit is not None else None
        if targets is None or output.head.activation != "softmax" or output.loss not in _LOSSES:
            continue
        if _no_shares(targets, output) and not _leave_the_range(targets, output):
            low, high = targets.row_sums or (0.0, 0.0)
            return Finding(
                line=activation_line(evidence.source, output.head, output.model),
                evidence=f"the values to predict of one example sum to between {low:.3g} and {high:.3g}, and "
                f"{told(output.head.layer)} with softmax gives values that sum to 1",
                change=_change(output),
                about=output.model.name,
            )
    return None


def _change(output: Output) -> str:
    if output.loss == _OF_SHARES:
        return (
            f'leave the activation out, and use loss="mse": {_OF_SHARES} has no lower end below 0'
        )
    return 'use activation="sigmoid" for values from 0 to 1, none for other numbers'


def _no_shares(targets: TensorSample, output: Output) -> bool:
    """Numbers below 0 are shares of nothing; a cross-entropy of them has no lower end."""
    if output.loss != _OF_SHARES:
        return _are_amounts(targets, output)
    fits = len(targets.shape) > 1 and targets.shape[-1] == output.head.units
    return fits and targets.low is not None and targets.low < -_ROUNDING


def _are_amounts(targets: TensorSample, output: Output) -> bool:
    """As many numbers per example as there are outputs, which are more than shares of a whole."""
    fits = len(targets.shape) == 2 and targets.shape[1] == output.head.units
    are_classes = set(targets.distinct or (-1,)) <= {0, 1}
    sums = targets.row_sums or ()
    return fits and not are_classes and len(sums) == 2 and sums[1] >= _NO_SHARES


def _leave_the_range(targets: TensorSample, output: Output) -> bool:
    """Where an error is squared this alone says it: no value above 1 can be given."""
    return output.loss in REGRESSION_LOSSES and (targets.high or 0.0) > _ONE
