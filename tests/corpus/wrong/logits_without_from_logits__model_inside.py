"""The inner model ends in Dense(3); predict gives no probabilities."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")


def body():
    return keras.Sequential(
        [
            layers.Dense(16, activation="relu"),
            layers.Dense(3),  # diagnosis: logits_without_from_logits
        ]
    )


inputs = keras.Input((8,))
model = keras.Model(inputs, body()(inputs))
model.compile("adam", "sparse_categorical_crossentropy")
