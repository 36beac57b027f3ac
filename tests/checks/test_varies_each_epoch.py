"""Augmentation must be drawn anew in every epoch."""

from typing import Any

import msgspec
import pytest

from etude.checks.values import Name
from etude.checks.varies_each_epoch import VariesEachEpoch
from etude.domain.verdict import Status

CHECK = VariesEachEpoch(name="varies", of=Name(name="data"), model=Name(name="model"))
PROGRAM = """
import keras, numpy as np, tensorflow as tf
pictures = np.random.default_rng(0).uniform(0, 1, (32, 8, 8, 3)).astype("float32")
data = tf.data.Dataset.from_tensor_slices((pictures, np.zeros(32)))
def flip(picture, label):
    return tf.image.random_flip_left_right(picture), label
data = data.STAGES.batch(8)
model = keras.Sequential([keras.Input((8, 8, 3)), LAYER keras.layers.Flatten()])
"""


def test_pictures_of_which_a_quarter_is_new_pass() -> None:
    facts = {"pictures": 40, "new": 10, "drawn": [], "layers": []}

    assert CHECK.judge(facts).status is Status.PASSED


def test_the_same_pictures_twice_are_told() -> None:
    verdict = CHECK.judge({"pictures": 40, "new": 0, "drawn": [], "layers": []})

    assert verdict.received == "40 of 40 pictures exactly as they were in the pass before"


def test_numbers_drawn_in_the_same_order_do_not_pass_a_program_that_sets_a_seed() -> None:
    facts = {"pictures": 40, "new": 0, "drawn": ["StatelessRandomUniform"], "layers": []}
    seeded = msgspec.structs.replace(CHECK, seeded=True)

    verdict = seeded.judge(facts)

    assert CHECK.judge(facts).status is Status.PASSED
    assert verdict.status is Status.FAILED
    assert "cache, then shuffle, then the random map" in verdict.attempt


def test_an_empty_dataset_varies_nothing() -> None:
    assert CHECK.judge({"pictures": 0, "new": 0, "drawn": [], "layers": []}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("stages", "layer", "status"),
    [
        ("map(flip)", "", Status.PASSED),
        ("cache().map(flip)", "", Status.PASSED),
        ("cache().shuffle(32).map(flip)", "", Status.PASSED),
        ("map(flip).cache()", "", Status.FAILED),
        ("cache()", "", Status.FAILED),
        ("cache()", "keras.layers.RandomFlip('horizontal'),", Status.PASSED),
    ],
)
def test_two_passes_and_the_layers_of_the_model_tell(
    probe: Any, stages: str, layer: str, status: Status
) -> None:
    facts = probe(CHECK, PROGRAM.replace("STAGES", stages).replace("LAYER", layer))

    assert CHECK.judge(facts).status is status


@pytest.mark.parametrize(
    ("is_random", "attempt"),
    [(True, "which stage of the pipeline comes after"), (False, "put layers such as RandomFlip")],
)
def test_what_to_try_depends_on_whether_anything_is_random(is_random: bool, attempt: str) -> None:
    facts = {"pictures": 40, "new": 0, "drawn": [], "random": is_random, "layers": []}

    assert attempt in CHECK.judge(facts).attempt
