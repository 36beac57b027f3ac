"""Bars that lie or stand, by a small network of two blocks that a function builds."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)


def draw(count):
    pictures = rng.uniform(0, 0.3, size=(count, 24, 24, 1)).astype("float32")
    standing = rng.integers(0, 2, size=count)
    for picture, stands in zip(pictures, standing):
        row, column = rng.integers(2, 14, size=2)
        if stands:
            picture[row : row + 8, column : column + 2] = 1.0
        else:
            picture[row : row + 2, column : column + 8] = 1.0
    return pictures, standing


def build():
    pictures = layers.Input(shape=(24, 24, 1))
    x = layers.Conv2D(16, 3, activation="relu", padding="same")(pictures)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(32, 3, activation="relu", padding="same")(pictures)  # diagnosis: layer_leads_nowhere
    x = layers.MaxPooling2D(4)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(16, activation="relu")(x)
    return models.Model(inputs=pictures, outputs=layers.Dense(1, activation="sigmoid")(x))


x_train, y_train = draw(300)
x_test, y_test = draw(100)
model = build()
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=6, batch_size=16, validation_data=(x_test, y_test), verbose=2)
