"""Random pictures to judge by."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from piped import fit, network, pipeline, seen

from etude.diagnoses.catalogue import augmented_validation
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, TensorSpec

RANDOM = {"ops": ["RandomUniform", "ReverseV2"]}
SEEDED = {"ops": ["StatelessRandomUniformV2", "ReverseV2"]}
TRAIN = pipeline("slices map batch", role="fit", map=RANDOM)


def validated(data: Data) -> Evidence:
    return seen(fits=[fit(network(), TRAIN, data)])


def test_fires_at_the_random_map() -> None:
    data = pipeline("slices cache map batch", role="validation", map=RANDOM)

    finding = augmented_validation.match(validated(data))

    assert finding is not None
    assert finding.line == 3
    assert "map in line 3, which draws random numbers" in finding.evidence


PICTURE_TO_PICTURE = [
    TensorSpec(path=str(i), dtype="float32", shape=[None, 96, 96, 3]) for i in range(2)
]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("slices map batch", role="validation"), id="nothing random"),
        pytest.param(pipeline("slices map batch", role="validation", map=SEEDED), id="seeded"),
        pytest.param(pipeline("slices map cache batch", role="validation", map=RANDOM), id="kept"),
        pytest.param(
            pipeline("slices map batch", role="validation", map=RANDOM, shape=(None, 40)),
            id="no pictures",
        ),
        pytest.param(
            replace(
                pipeline("slices map batch", role="validation", map=RANDOM), spec=PICTURE_TO_PICTURE
            ),
            id="noise to be removed",
        ),
    ],
)
def test_is_silent_on(data: Data) -> None:
    assert augmented_validation.match(validated(data)) is None


HEAD = """
import keras
import numpy as np
import tensorflow as tf

pairs = tf.data.Dataset.from_tensor_slices((np.ones((8, 8, 8, 3), "float32"), np.arange(8) % 2))
training_data = pairs.batch(4)
flip = keras.layers.RandomFlip()
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("image", "fires"),
    [
        ("flip(x)", True),
        ("flip(x, training=True)", True),
        ("tf.image.random_brightness(x, 0.1)", True),
        ("flip(x, training=False)", False),
        ("tf.image.stateless_random_flip_left_right(x, (1, 2))", False),
    ],
)
def test_knows_which_maps_are_random(
    image: str, fires: bool, evidence_of: Callable[[str], Evidence]
) -> None:
    evidence = evidence_of(
        f"{HEAD}\nvalidation_data = pairs.map(lambda x, y: ({image}, y)).batch(4)\n"
    )

    assert not evidence.errors
    assert (augmented_validation.match(evidence) is not None) is fires


MODEL_FIT = "model.fit(training, validation_data=held_out)"


def generated(*lines: str) -> Evidence:
    program = "\n".join([*lines, MODEL_FIT])
    data = Data(role="validation", kind="other", type="DirectoryIterator")
    one = replace(fit(network(), TRAIN, data), line=len(lines) + 1)
    return seen(fits=[one], program=program)


def test_fires_on_pictures_of_an_augmenting_generator() -> None:
    evidence = generated(
        "reader = ImageDataGenerator(rescale=1/255, rotation_range=20, horizontal_flip=True)",
        "held_out = reader.flow_from_directory('pets', subset='validation')",
    )

    finding = augmented_validation.match(evidence)

    assert finding is not None
    assert finding.line == 2
    assert "augments with rotation_range, horizontal_flip" in finding.evidence


@pytest.mark.parametrize(
    "lines",
    [
        (
            "reader = ImageDataGenerator(rotation_range=20)",
            "plain = ImageDataGenerator(rescale=1/255)",
            "held_out = plain.flow_from_directory('held')",
        ),
        (
            "reader = ImageDataGenerator(rotation_range=0, horizontal_flip=False)",
            "held_out = reader.flow_from_directory('pets', subset='validation')",
        ),
        ("held_out = image_dataset_from_directory('pets')",),
    ],
)
def test_is_silent_on_a_generator_that_leaves_pictures_as_they_are(lines: tuple[str, ...]) -> None:
    assert augmented_validation.match(generated(*lines)) is None
