"""
A model is asked about inputs of quite another scale than those it learned from.

## Why it hurts
Scaling is part of the model, wherever it is written: what has learned from standardised numbers, or from pixels between 0 and 1,
sees nothing it knows in the numbers as they are stored. It answers all the same, with the same word for nearly everything.

## Example
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(200, 40, (300, 4)).astype("float32")
    labels = (inputs[:, 0] > 200).astype("int32")
    train, test = inputs[:200], inputs[200:]
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit((train - mean) / deviation, labels[:200], epochs=2, verbose=0)
    model.evaluate(test, labels[200:], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(200, 40, (300, 4)).astype("float32")
    labels = (inputs[:, 0] > 200).astype("int32")
    train, test = inputs[:200], inputs[200:]
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit((train - mean) / deviation, labels[:200], epochs=2, verbose=0)
    model.evaluate((test - mean) / deviation, labels[200:], verbose=0)
"""

import ast
from math import prod

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import (
    lost_centring,
    pictures,
    scale_factors,
    scaling_layer,
    scalings,
    unscaled,
)
from etude.diagnoses.places import call_at
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "model-13")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("predicts_constant", "overfits")

# A trend or an outlier takes values a few times further than training did; another unit takes them
# further than that: pixels 255 times, standardised columns by their deviation.
_TIMES = 10.0
# A picture that holds anything has pixels beyond these; one that was scaled has none above 1.
_UNSCALED, _WHITE = 128.0, 1.001
_PICTURE_AXES, _LEAST_PIXELS = 3, 64
_NUMBERS = ("float", "int", "uint")
_ASKED = ("Model.evaluate", "Model.predict")


def match(evidence: Evidence) -> Finding | None:
    return _seen(evidence) or _validated(evidence) or _raw_pixels(evidence)


def _validated(evidence: Evidence) -> Finding | None:
    """Validation data that were not prepared as what fit learns from."""
    for fit in evidence.fits:
        learned = fit.train.part("0")
        judged = fit.validation.part("0") if fit.validation is not None else None
        if learned is not None and judged is not None and _differs(judged, learned):
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_data"),
                evidence=f"the model learns from inputs {_told(learned)}, and is validated on inputs {_told(judged)}",
                change="prepare them as the training inputs were prepared, by numbers of the training data",
                about=fit.model.name,
            )
    return None


def _raw_pixels(evidence: Evidence) -> Finding | None:
    """Stored pixels for a model of scaled ones that came from a generator, which nobody looks into."""
    lines = scalings(evidence) or scale_factors(evidence.source)
    for call in evidence.calls_of("Model.evaluate") if lines else ():
        fit, pixels = _only_fit(evidence, call), pictures(call.data) if call.data else None
        if fit is None or fit.train.sample or pixels is None or not unscaled(pixels):
            continue
        learned = (fit.series("val_loss") or fit.series("loss"))[-1:]
        measured = call.arguments.get("measured", {}).get("loss")
        if not learned or measured is None or scaling_layer(fit.model, evidence.source):
            continue
        if measured >= _TIMES * learned[0] > 0:
            return Finding(
                line=call.line,
                evidence=f"evaluate in line {call.line} gives the model pixels {_told(pixels)}, and line {lines[0]} "
                f"scales those of the training; the loss is {measured:.3g}, and was {learned[0]:.3g} there",
                change=f"scale these pixels too, as line {lines[0]} does: divide them by 255",
                about=fit.model.name,
            )
    return None


def _seen(evidence: Evidence) -> Finding | None:
    for name in _ASKED:
        for call in evidence.calls_of(name):
            learned = _learned(evidence, call)
            asked = call.data.part("0") if call.data else None
            if learned is None or asked is None or _is_thrown_away(evidence, call):
                continue
            if not _differs(asked, learned):
                continue
            return Finding(
                line=call.line,
                evidence=f"the model learned from inputs {_told(learned)}, and {name.removeprefix('Model.')} in line "
                f"{call.line} gives it inputs {_told(asked)}",
                change="prepare them as the training inputs were prepared, by numbers of the training data",
                about=call.model.name if call.model else "",
            )
    return None


def _is_thrown_away(evidence: Evidence, call: Call) -> bool:
    """Whether nobody reads the answers, as of a call that only warms the model up."""
    if call.name != "Model.predict":
        return False
    asking = call_at(evidence.source, call.line, "predict")
    return asking is not None and any(
        isinstance(node, ast.Expr | ast.Assign) and node.value is asking and _goes_nowhere(node)
        for node in evidence.source.nodes
    )


def _goes_nowhere(node: ast.Expr | ast.Assign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else []
    return all(dotted_name(target) == "_" for target in targets)


def _learned(evidence: Evidence, call: Call) -> TensorSample | None:
    """What the same model was trained on before."""
    fit = _only_fit(evidence, call)
    return fit.train.part("0") if fit is not None else None


def _only_fit(evidence: Evidence, call: Call) -> Fit | None:
    """The one training of the model that is asked."""
    fits: list[Fit] = [
        fit for fit in evidence.fits if call.model is not None and fit.model.key == call.model.key
    ]
    return fits[0] if len(fits) == 1 else None


def _differs(asked: TensorSample, learned: TensorSample) -> bool:
    return (
        _is_elsewhere(asked, learned) or _is_dark(asked, learned) or lost_centring(learned, asked)
    )


def _is_elsewhere(asked: TensorSample, learned: TensorSample) -> bool:
    """Values that reach many times further, in either direction, than those of the training."""
    if asked.low is None or asked.high is None or learned.low is None or learned.high is None:
        return False
    # Whole numbers are what a scaled column, picture or letter was before; numbers of words are not scaled.
    if not (asked.dtype.startswith(_NUMBERS) and learned.dtype.startswith("float")):
        return False
    return _reaches_further(asked, learned)


def _reaches_further(asked: TensorSample, learned: TensorSample) -> bool:
    if asked.low is None or asked.high is None or learned.low is None or learned.high is None:
        return False
    spread = learned.high - learned.low
    reach = max(asked.high - learned.high, learned.low - asked.low)
    return spread > 0 and reach >= _TIMES * spread


def _is_dark(asked: TensorSample, learned: TensorSample) -> bool:
    """Pictures that were divided by 255 for a model that learned from pixels up to 255."""
    if asked.high is None or learned.high is None or len(asked.shape) < _PICTURE_AXES:
        return False
    same = (
        list(asked.shape[1:]) == list(learned.shape[1:]) and prod(asked.shape[1:3]) >= _LEAST_PIXELS
    )
    return same and 0 < asked.high <= _WHITE and learned.high >= _UNSCALED


def _told(sample: TensorSample) -> str:
    return f"between {sample.low:.4g} and {sample.high:.4g}"
