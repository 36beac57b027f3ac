"""
Two image generators of one model prepare their pictures differently: one rescales them, the other does not.

## Why it hurts
`rescale` and `preprocessing_function` are part of what a network learns to read, not augmentation. Trained on pixels
between 0 and 1 and validated on pixels up to 255, it gives nonsense in validation while training looks perfect.
Only flips, shifts and the like belong to the training generator alone.

## Example
    import keras
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).integers(0, 256, size=(32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 2
    train = ImageDataGenerator(rescale=1 / 255, horizontal_flip=True).flow(pictures, labels)
    test = ImageDataGenerator().flow(pictures, labels, shuffle=False)

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(train, validation_data=test, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).integers(0, 256, size=(32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 2
    train = ImageDataGenerator(rescale=1 / 255, horizontal_flip=True).flow(pictures, labels)
    test = ImageDataGenerator(rescale=1 / 255).flow(pictures, labels, shuffle=False)

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(train, validation_data=test, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import PREPARES, flow_of, maker_of, options
from etude.diagnoses.names import calls_in, full_name, function_of, given
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "image-4", "image-2")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("overfits", "trained_too_short", "predicts_constant", "tested_on_other_scale")

_RANDOM = ("random", "rng", "uniform", "normal", "choice", "shuffle", "augment")
_FIT, _VERBS = "fit", ("evaluate", "predict")
_VALIDATION_POSITION = (
    7  # fit(x, y, batch_size, epochs, verbose, callbacks, split, validation_data)
)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.fits:
        learned = _prepared(source, _argument(source, fit.line, _FIT))
        for call, node in _asked(evidence, fit):
            other = _prepared(source, node)
            if learned is None or other is None or _same(learned, other):
                continue
            return Finding(
                line=call_line(other[0]),
                evidence=f"the generator that fit learns from, in line {call_line(learned[0])}, has "
                f"{_told(learned[1])}; the one in line {call_line(other[0])}, for {call}, has "
                f"{_told(other[1])}",
                change=f"prepare both alike: {_told(learned[1] or other[1])}",
            )
    return None


Prepared = tuple[ast.Call, dict[str, str]]


def _prepared(source: Source, node: ast.expr | None) -> Prepared | None:
    """The generator behind what a call is given, and how it prepares."""
    flow = flow_of(source, node, before=node.lineno + 1) if node is not None else None
    maker = maker_of(source, flow) if flow is not None else None
    settings = options(source, maker) if maker is not None else None
    if maker is None or settings is None or maker.args:
        return None
    on = {key: value for key, value in settings.items() if key in PREPARES and _is_on(value)}
    steady = {key: value for key, value in on.items() if not _draws(source, value)}
    return maker, {key: ast.unparse(value) for key, value in steady.items()}


def _draws(source: Source, value: ast.expr) -> bool:
    """Whether it is a function of the program that draws at random: it augments, for training alone."""
    function = function_of(source, value)
    called = calls_in(function) if function is not None else []
    return any(word in full_name(source, call.func).lower() for call in called for word in _RANDOM)


def _is_on(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and value.value in (None, False))


def _same(one: Prepared, other: Prepared) -> bool:
    """Alike, or both with something: 1/255 and 1./255.0 are written in many ways."""
    return set(one[1]) == set(other[1])


def _asked(evidence: Evidence, fit: Fit) -> Iterator[tuple[str, ast.expr | None]]:
    """What the same model is validated on and asked about."""
    source = evidence.source
    call = call_at(source, fit.line, _FIT)
    if call is not None:
        yield "validation", given(call, "validation_data", _VALIDATION_POSITION)
    for asked in evidence.calls_with_model_of(fit):
        verb = asked.name.rpartition(".")[2]
        if verb in _VERBS:
            yield verb, _argument(source, asked.line, verb)


def _argument(source: Source, line: int, verb: str) -> ast.expr | None:
    call = call_at(source, line, verb)
    return given(call, "x", 0) if call is not None else None


def _told(settings: dict[str, str]) -> str:
    return (
        ", ".join(f"{name}={value}" for name, value in settings.items())
        or "neither rescale nor preprocessing_function"
    )
