"""
The pictures are scaled outside the model, so the model that is used later gets unscaled ones.

## Why it hurts
Training sees values between 0 and 1 because the input pipeline divides by 255; the model itself knows nothing
of that. Whoever feeds it pictures as they are stored, between 0 and 255, gets answers as if from an untrained
network, while validation looks perfect: it goes through the same pipeline. A `Rescaling` layer as the model's
first one travels with it.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 3)).astype("uint8")
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Flatten(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures / 255.0, labels, epochs=1, verbose=0)

    new_pictures = rng.integers(0, 256, (4, 8, 8, 3)).astype("uint8")
    print(model.predict(new_pictures, verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 3)).astype("uint8")
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Flatten(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, epochs=1, verbose=0)

    new_pictures = rng.integers(0, 256, (4, 8, 8, 3)).astype("uint8")
    print(model.predict(new_pictures, verbose=0))
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.regraded import regraded
from etude.diagnoses.source import constant
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data
from etude.domain.what_if import SCALINGS, WhatIf

SEVERITY = Severity.SILENT
SKILLS = ("deploy-4", "image-2", "data-4")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = (
    *("label_order_differs", "stuck_at_majority", "overfits", "trained_too_short"),
    "tested_on_other_scale",
)

# Scaled pixels end at 1; stored ones go far beyond 10 in any picture that is not black.
_SCALED = 1.001
_STORED = 10.0
_DIVISORS = (255, 127.5)
_AXES_OF_SERIES, _LEAST_SIDE = 3, 16
_ASKING = ("Model.predict", "Model.evaluate")
_CHANGE = "make keras.layers.Rescaling(1 / 255) the model's first layer, and feed stored pixels"
_CHANGE_MULTIPLIED = "scale in one place only: inside the model, and feed it stored pixels"


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _saved_without(evidence) or _used_unscaled(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden pictures were named rightly once they were scaled."""
    better = regraded(evidence, *SCALINGS)
    if better is None:
        return None
    return Finding(
        line=_line(evidence),
        evidence=better.told(),
        change=_CHANGE_MULTIPLIED if better.what_if == WhatIf.MULTIPLIED else _CHANGE,
    )


def _saved_without(evidence: Evidence) -> Finding | None:
    """The saved model hands stored pixels on to its weights, which learned from scaled ones."""
    learned = [highest for fit in evidence.fits if (highest := _highest(fit.train)) is not None]
    for check, facts in evidence.facts.items():
        reached = facts.get("high") if facts.get("layer") else None
        if evidence.failed(check) is None or not learned or reached is None:
            continue
        if reached > _STORED and max(learned) <= _SCALED:
            return Finding(
                line=_line(evidence),
                evidence=f"fit saw values up to {max(learned):.3g}; in the saved model values up to "
                f"{reached:.0f} reach {facts['layer']}, the first layer with weights",
                change=_CHANGE,
            )
    return None


def _used_unscaled(evidence: Evidence) -> Finding | None:
    """One model learned from scaled pictures and was then asked about stored ones."""
    for fit in evidence.fits:
        learned = _highest(fit.train)
        for call in evidence.calls_with_model_of(fit):
            if learned is None or learned > _SCALED or call.name not in _ASKING:
                continue
            asked = _highest(call.data) if call.data is not None else None
            if asked is not None and asked > _STORED:
                verb = call.name.removeprefix("Model.")
                return Finding(
                    line=_line(evidence, default=call.line),
                    evidence=f"fit saw values up to {learned:.3g}, {verb} in line {call.line} gave "
                    f"the same model values up to {asked:.0f}",
                    change=_CHANGE,
                )
    return None


def _highest(data: Data) -> float | None:
    """The largest value of a batch of pictures; None when the inputs are none."""
    pixels = data.part("0")
    if pixels is None or not _is_picture(pixels.shape):
        return None
    return pixels.high if pixels.low is not None and pixels.low >= -_SCALED else None


def _is_picture(shape: Sequence[int]) -> bool:
    """(N, height, width, ...), not (N, steps, features): few series have so many features."""
    return len(shape) > _AXES_OF_SERIES or (
        len(shape) == _AXES_OF_SERIES and min(shape[1:]) >= _LEAST_SIDE
    )


def _line(evidence: Evidence, default: int = 0) -> int:
    """Where the program scales outside the model."""
    for node in evidence.source.nodes:
        if _divides_pixels(node):
            return int(node.lineno)  # type: ignore[attr-defined]
    for name in ("convert_image_dtype", "Rescaling"):
        line = evidence.source.line_of_call(name)
        if line:
            return line
    return default or (evidence.fits[-1].line if evidence.fits else 1)


def _divides_pixels(node: ast.AST) -> bool:
    """``pictures / 255.0``, but not the number ``1 / 255`` of a Rescaling layer."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    return constant(node.right) in _DIVISORS and not isinstance(node.left, ast.Constant)
