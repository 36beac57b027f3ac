"""Answers that are known again by their numbers, whatever way they took."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, tensorflow as tf
x = np.random.default_rng(0).random((24, 8, 8, 3)).astype("float32")
y = np.arange(24) % 2
reader = tf.keras.preprocessing.image.ImageDataGenerator()
base = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(2, 3)])
head = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1)])
head.compile("sgd", "mse")
"""
FIRST = HEAD.count("\n") + 1
LEARN = """
np.save("features.npy", features)
head.fit(np.load("features.npy"), y, verbose=0)
head.fit(features * 2, y, verbose=0)
"""


def test_features_of_a_shuffling_reader_are_known_after_a_file(watch: Watch) -> None:
    seen = watch(
        HEAD + "features = base.predict(reader.flow(x, y, batch_size=8), verbose=0)" + LEARN
    )

    assert seen.outcome.fault is None, seen.outcome.detail
    assert [fit.drawn_order for fit in seen.evidence.fits] == [FIRST, 0]


def test_features_in_the_order_of_the_pictures_are_not_noted(watch: Watch) -> None:
    order = "features = base.predict(reader.flow(x, y, batch_size=8, shuffle=False), verbose=0)"

    assert [fit.drawn_order for fit in watch(HEAD + order + LEARN).evidence.fits] == [0, 0]
