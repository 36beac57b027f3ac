"""
A random flip turns pictures of one class into those of another.

## Why it hurts
A flip is harmless when a mirrored cat is a cat. A mirrored arrow to the left is an arrow to the right, a mirrored b is a d, and a 6 upside down is
a 9; the label stays what it was. Half of the examples that the network learns from then contradict the other half, and
the best that it can do is to guess.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 120)
    images = rng.random((120, 12, 12, 1)).astype("float32") * 0.2
    images[labels == 0, :, :4] += 0.7
    images[labels == 1, :, 8:] += 0.7

    model = keras.Sequential([
        keras.Input((12, 12, 1)),
        keras.layers.RandomFlip("horizontal"),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(images, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, 120)
    images = rng.random((120, 12, 12, 1)).astype("float32") * 0.2
    images[labels == 0, :, :4] += 0.7
    images[labels == 1, :, 8:] += 0.7

    model = keras.Sequential([
        keras.Input((12, 12, 1)),
        keras.layers.RandomFlip("vertical"),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(images, labels, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "image-2", "dev-3")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = NOTHING_LEARNED

_PLAIN, _HORIZONTAL, _VERTICAL = "as they are", "horizontal", "vertical"
_OF_TENSORFLOW = {
    "random_flip_left_right": _HORIZONTAL,
    "stateless_random_flip_left_right": _HORIZONTAL,
    "random_flip_up_down": _VERTICAL,
    "stateless_random_flip_up_down": _VERTICAL,
}
_LAYER, _BOTH = "RandomFlip", "horizontal_and_vertical"
# Some pictures look like another class as they are: so many more must once they are flipped.
_TOLD_APART, _MORE = 0.6, 0.25


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        shares = fit.train.mirrored
        plain = shares.get(_PLAIN, 0.0)
        for direction, line in _flips(evidence.source) if plain >= _TOLD_APART else ():
            if shares.get(direction, 0.0) >= 1 - plain + _MORE:
                return Finding(
                    line=line,
                    evidence=f"of the pictures that fit was given {plain:.0%} look most like their own class, and of "
                    f"the same pictures after a {direction} flip {shares[direction]:.0%} look like members of another",
                    change="leave this flip out; small shifts, zooms and turns keep the class",
                )
    return None


def _flips(source: Source) -> Iterator[tuple[str, int]]:
    """Directions in which the program flips at random, and where."""
    for name, direction in _OF_TENSORFLOW.items():
        yield from ((direction, call_line(call)) for call in source.calls(name))
    for call in source.calls(_LAYER):
        mode = argument(call, "mode", 0) or _BOTH
        for direction in (_HORIZONTAL, _VERTICAL):
            if isinstance(mode, str) and direction in mode:
                yield direction, call_line(call)
