"""
The pictures to be recognised are dark on light, and the model learned from light on dark, or the other way round.

## Why it hurts
To a network a black stroke on a white sheet and a white stroke on black are two things: it has learned where bright pixels lie. MNIST
and its kin hold bright strokes on 0; what is drawn with a pen, scanned or made in a paint program is the negative of that. The model was
tested at 98 % and guesses at these. Subtracting from the brightest value, 255 - picture or 1 - picture, turns one into the other.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, 96)
    x = np.zeros((96, 12, 12, 1), "float32")
    for picture, digit in zip(x, y):
        picture[1 + 4 * digit : 3 + 4 * digit, 1:11] = 1.0

    model = keras.Sequential([
        keras.Input((12, 12, 1)), keras.layers.Flatten(), keras.layers.Dense(3, activation="softmax")
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(x, y, epochs=5, verbose=0)

    drawn = np.ones((1, 12, 12, 1), "float32")
    drawn[0, 5:7, 1:11] = 0.0
    print(model.predict(drawn, verbose=0).argmax())

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, 96)
    x = np.zeros((96, 12, 12, 1), "float32")
    for picture, digit in zip(x, y):
        picture[1 + 4 * digit : 3 + 4 * digit, 1:11] = 1.0

    model = keras.Sequential([
        keras.Input((12, 12, 1)), keras.layers.Flatten(), keras.layers.Dense(3, activation="softmax")
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(x, y, epochs=5, verbose=0)

    drawn = np.ones((1, 12, 12, 1), "float32")
    drawn[0, 5:7, 1:11] = 0.0
    print(model.predict(1 - drawn, verbose=0).argmax())
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import flat_pictures, pictures, unscaled, within_one
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "model-13", "image-2")
GUIDE = "TensorFlow tutorial: Basic classification, classify images of clothing"
EXPLAINS = ()

_ASKED = ("Model.predict", "Model.evaluate")
# Of the way from black to white. MNIST's mean lies at 0.13, Fashion-MNIST's at 0.29, that of scikit-learn's digits at 0.31, a
# written page's at 0.9; grey photographs lie around the middle and are told nothing.
_DARK, _LIGHT = 0.35, 0.65
_APART = 0.4
_COLOURS = (3, 4)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        learned = _brightness(fit.train)
        for call, asked in _asked(evidence, fit) if learned is not None else ():
            if learned is None or not _opposite(learned, asked):
                continue
            verb = call.name.removeprefix("Model.")
            white = max(_white(one) for one in (fit.train, call.data) if one is not None)
            return Finding(
                line=call.line,
                evidence=f"the pictures that fit learned from in line {fit.line} are {_told(learned)}, and those of "
                f"{verb} in line {call.line} are {_told(asked)}",
                change=f"turn these into their negatives before they are scaled, 255 - picture, or now: {white:g} - x",
                about=verb,
            )
    return None


def _asked(evidence: Evidence, fit: Fit) -> Iterator[tuple[Call, float]]:
    """Calls on pictures, with the mean of all that their line was given: one light picture is no other kind."""
    calls = [*evidence.calls_with_model_of(fit), *evidence.calls_with_copies_of(fit)]
    means: dict[int, list[float]] = {}
    first: dict[int, Call] = {}
    for call in calls:
        mean = _brightness(call.data) if call.name in _ASKED and call.data else None
        if mean is not None:
            means.setdefault(call.line, []).append(mean)
            first.setdefault(call.line, call)
    for line, found in means.items():
        nearest_to_grey = min(found, key=lambda mean: abs(mean - 0.5))
        yield first[line], nearest_to_grey


def _brightness(data: Data) -> float | None:
    """The mean of grey pictures, 0 for black and 1 for white; None for anything else."""
    pixels = pictures(data) or flat_pictures(data)
    if pixels is None or pixels.mean is None or _coloured(pixels):
        return None
    if within_one(pixels):
        return pixels.mean
    return pixels.mean / 255 if unscaled(pixels) else None


def _coloured(pixels: TensorSample) -> bool:
    return len(pixels.shape) == 4 and pixels.shape[-1] in _COLOURS


def _white(data: Data) -> float:
    pixels = pictures(data) or flat_pictures(data)
    return 1.0 if pixels is not None and within_one(pixels) else 255.0


def _opposite(learned: float, asked: float) -> bool:
    on_either_side = min(learned, asked) <= _DARK and max(learned, asked) >= _LIGHT
    return on_either_side and abs(learned - asked) >= _APART


def _told(mean: float) -> str:
    kind = "light on dark" if mean < 0.5 else "dark on light"
    return f"{kind}, with a mean at {mean:.0%} of white"
