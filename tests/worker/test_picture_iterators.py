"""Iterators of an ImageDataGenerator show a few rows and give what they would have given."""

import pytest
from watched import Seen, Watch

pytestmark = pytest.mark.tensorflow

HEAD = """
import numpy as np, keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator

keras.utils.set_random_seed(1)
pictures = np.random.default_rng(0).integers(0, 256, (40, 6, 6, 3))
labels = np.arange(40) % 4
model = keras.Sequential([keras.Input((6, 6, 3)), keras.layers.Flatten(), keras.layers.Dense(4)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
"""
FLOW = """
maker = ImageDataGenerator(rescale=1 / 255, horizontal_flip=True, vertical_flip=True{more})
rows = maker.flow(pictures, labels, batch_size=8)
history = model.fit(rows, validation_data=rows, epochs=2, verbose=0).history
print(history, rows.total_batches_seen, np.random.random())
"""


def ran(watch: Watch, *, more: str = "", observe: bool = True) -> Seen:
    seen = watch(HEAD + FLOW.format(more=more), observe=observe)
    assert seen.outcome.fault is None, seen.outcome.detail
    return seen


def test_a_few_rows_are_seen_as_the_model_gets_them(watch: Watch) -> None:
    (fit,) = ran(watch).evidence.fits

    pictures, labels = fit.train.part("0"), fit.train.part("1")
    assert fit.train.kind == "other"
    assert pictures is not None
    assert pictures.high is not None
    assert 0.5 < pictures.high <= 1.0
    assert labels is not None
    assert labels.distinct == [0, 1, 2, 3]


def test_the_look_changes_nothing(watch: Watch) -> None:
    assert ran(watch).outcome.stdout == ran(watch, observe=False).outcome.stdout


def test_a_function_of_the_learners_is_not_called(watch: Watch) -> None:
    (fit,) = ran(watch, more=", preprocessing_function=lambda one: one / 2").evidence.fits

    assert fit.train.sample == []


def test_pictures_are_seen_as_a_preprocess_input_of_keras_makes_them(watch: Watch) -> None:
    ready = ", preprocessing_function=keras.applications.resnet.preprocess_input"

    (fit,) = ran(watch, more=ready).evidence.fits

    assert fit.train.part("0") is not None
