"""
Height and width of the pictures are the other way round than in training.

## Why it hurts
TensorFlow puts height before width, many other libraries width before height. A network that takes any size, or
square pictures, does not notice: it sees everything lying on its side and answers as if it knew little.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.uniform(0, 1, (32, 12, 20, 3))
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((None, None, 3)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, epochs=2, verbose=0)
    print(model.predict(pictures[:8].transpose(0, 2, 1, 3), verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.uniform(0, 1, (32, 12, 20, 3))
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([
        keras.Input((None, None, 3)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(pictures, labels, epochs=2, verbose=0)
    print(model.predict(pictures[:8], verbose=0))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import turned_since
from etude.diagnoses.regraded import regraded
from etude.diagnoses.source import call_line, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data
from etude.domain.what_if import WhatIf

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "image-3", "deploy-4")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("label_order_differs", "overfits", "stuck_at_majority", "trained_too_short")

# Single pictures come upright and lying; a batch of them is one's own doing.
_SEVERAL = 2
_TURNING = ("transpose", "swapaxes", "permute_dims", "Permute", "rot90")
_TRANSPOSING = ("transpose", "permute_dims")
_CHANGE = "put height before width wherever pictures are read, resized or reshaped"


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _used_otherwise(evidence) or _same_array_turned(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden pictures were named rightly once they were laid on their side."""
    better = regraded(evidence, WhatIf.SIDES_SWAPPED)
    if better is None:
        return None
    default = evidence.fits[-1].line if evidence.fits else 1
    return Finding(line=next(_turning(evidence), default), evidence=better.told(), change=_CHANGE)


def _used_otherwise(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        learned = _sides(fit.train)
        for call in evidence.calls_with_model_of(fit):
            later = _sides(call.data) if call.data else ()
            if learned and later and learned[0] != learned[1] and later == learned[::-1]:
                verb = call.name.removeprefix("Model.")
                return Finding(
                    line=call.line,
                    evidence=f"fit saw pictures {learned[0]} high and {learned[1]} wide, {verb} gives the "
                    f"same model pictures {later[0]} high and {later[1]} wide",
                    change=_CHANGE,
                )
    return None


def _same_array_turned(evidence: Evidence) -> Finding | None:
    """Square pictures, of which only the source tells how they lie."""
    for fit, call, node in turned_since(evidence, _sides, _turned):
        return Finding(
            line=getattr(node, "lineno", call.line),
            evidence=f"fit in line {fit.line} was given the pictures as they are, "
            f"{call.name.removeprefix('Model.')} in line {call.line} gets the same ones "
            "with height and width exchanged",
            change=_CHANGE,
        )
    return None


def _sides(data: Data) -> tuple[int, ...]:
    """Height and width of a batch of pictures."""
    sample = data.part("0")
    shape: Sequence[int] = sample.shape if sample is not None else ()
    several = len(shape) == 4 and shape[0] >= _SEVERAL and shape[3] in (1, 3, 4)
    return tuple(shape[1:3]) if several else ()


def _turned(node: ast.AST) -> ast.expr | None:
    """The batch of pictures of which a call exchanges the two sides."""
    if not isinstance(node, ast.Call):
        return None
    name = last_name(node.func)
    given = [constant(one) for one in [*node.args, *(k.value for k in node.keywords)]]
    axes = [one for one in given if not isinstance(one, ast.AST)]
    flat = [n for one in axes for n in (one if isinstance(one, list | tuple) else [one])]
    turns = (name in _TRANSPOSING and flat == [0, 2, 1, 3]) or (
        name == "swapaxes" and sorted(map(str, flat)) == ["1", "2"]
    )
    if not turns:
        return None
    if len(axes) == len(given) and isinstance(node.func, ast.Attribute):  # x.transpose(0, 2, 1, 3)
        return node.func.value
    return node.args[0] if node.args else None


def _turning(evidence: Evidence) -> Iterator[int]:
    for name in _TURNING:
        for call in evidence.source.calls(name):
            yield call_line(call)
