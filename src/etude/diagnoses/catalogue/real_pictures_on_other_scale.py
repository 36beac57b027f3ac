"""
A generator's output and the real pictures lie on different scales.

## Why it hurts
The discriminator sees both side by side. When real pixels go from 0 to 255, or from 0 to 1, and the generator's `tanh` gives -1
to 1, it tells them apart by brightness alone, without a look at what is in the picture. It wins within a few steps,
and the generator learns to be bright and nothing else.

## Example
    import keras
    import tensorflow as tf
    from keras import layers

    pictures = tf.random.uniform((32, 4, 4, 1), 0, 255)
    dataset = tf.data.Dataset.from_tensor_slices(pictures).shuffle(32).batch(8)

    generator = keras.Sequential([
        keras.Input((2,)),
        layers.Dense(16, activation="tanh"),
        layers.Reshape((4, 4, 1)),
    ])
    discriminator = keras.Sequential([keras.Input((4, 4, 1)), layers.Flatten(), layers.Dense(1)])
    for real in dataset:
        fake = generator(tf.random.normal((8, 2)))
        scores = discriminator(real), discriminator(fake)

## Instead
    import keras
    import tensorflow as tf
    from keras import layers

    pictures = tf.random.uniform((32, 4, 4, 1), 0, 255)
    pictures = (pictures - 127.5) / 127.5
    dataset = tf.data.Dataset.from_tensor_slices(pictures).shuffle(32).batch(8)

    generator = keras.Sequential([
        keras.Input((2,)),
        layers.Dense(16, activation="tanh"),
        layers.Reshape((4, 4, 1)),
    ])
    discriminator = keras.Sequential([keras.Input((4, 4, 1)), layers.Flatten(), layers.Dense(1)])
    for real in dataset:
        fake = generator(tf.random.normal((8, 2)))
        scores = discriminator(real), discriminator(fake)
"""

from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import activation_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.heads import Head, heads
from etude.domain.observations import Model, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "image-2", "dev-3")
GUIDE = "TensorFlow tutorial: Deep Convolutional Generative Adversarial Network"
# Pixels that are scaled to the generator's range need no other scaling.
EXPLAINS = (*NOTHING_LEARNED, "pixels_not_scaled")

_RANGES: Mapping[str, tuple[float, float]] = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}
# Noise on pictures that reach both ends goes a little beyond them.
_SLACK = 0.25
# Pixels as they are read go to 255.
_OF_BYTES = 16.0
_OF_BYTES_TO = {"tanh": "(pixels - 127.5) / 127.5", "sigmoid": "pixels / 255"}
# From the other one's range, or the generator may end as the pictures do.
_FROM_THE_OTHER_TO = {
    "tanh": "pixels * 2 - 1; or end the generator in sigmoid for 0 to 1",
    "sigmoid": "(pixels + 1) / 2; or end the generator in tanh for -1 to 1",
}
_BY_ENDS = "by their smallest and largest value, not by mean and deviation"


def match(evidence: Evidence) -> Finding | None:
    for generator, head in _generators(evidence):
        for real in _real(evidence, head):
            if _is_elsewhere(real, head.activation):
                low, high = _RANGES[head.activation]
                return Finding(
                    line=activation_line(evidence.source, head, generator),
                    about=generator.name,
                    evidence=f"the real pictures go from {real.low:.4g} to {real.high:.4g}, and the generator "
                    f"ends in {head.activation}, {low:g} to {high:g}",
                    change=_change(real, head.activation),
                )
    return None


def _generators(evidence: Evidence) -> Iterator[tuple[Model, Head]]:
    """Models that make of something smaller what another model gives a single score."""
    judged = [_sizes(model.inputs[0].shape) for model in evidence.models if _gives_a_score(model)]
    for model in evidence.models:
        for head in heads(model):
            made = _sizes(head.shape)
            others = [_sizes(one.shape) for one in model.inputs]
            if made in judged and made not in others and head.activation in _RANGES:
                yield model, head


def _gives_a_score(model: Model) -> bool:
    one_in = len(model.inputs) == len(model.outputs) == 1
    return one_in and _sizes(model.outputs[0].shape) == [1] and _sizes(model.inputs[0].shape) != [1]


def _real(evidence: Evidence, head: Head) -> Iterator[TensorSample]:
    """Samples of data of the shape that is generated."""
    for data in evidence.data():
        for sample in data.sample:
            if data.role != "predict" and _sizes(sample.shape) == _sizes(head.shape):
                yield sample


def _is_elsewhere(real: TensorSample, activation: str) -> bool:
    if real.low is None or real.high is None or real.low == real.high:
        return False
    low, high = _RANGES[activation]
    beyond = real.high > high + _SLACK or real.low < low - _SLACK
    return beyond or (activation == "tanh" and real.low >= 0)


def _change(real: TensorSample, activation: str) -> str:
    low, high = _RANGES[activation]
    lowest, highest = real.low or 0.0, real.high or 0.0
    if highest > _OF_BYTES:
        how = _OF_BYTES_TO[activation]
    elif highest <= 1 + _SLACK and lowest >= -1 - _SLACK:
        how = _FROM_THE_OTHER_TO[activation]
    else:
        how = _BY_ENDS
    return f"scale the real pictures to {low:g} to {high:g}: {how}"


def _sizes(shape: Sequence[int | None] | None) -> list[int | None]:
    """Without the batch axis."""
    return list(shape or ())[1:]
