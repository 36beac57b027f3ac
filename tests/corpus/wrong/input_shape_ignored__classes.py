"""I ask for 4 classes and get a model with 3 outputs."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")


def build(shape, num_classes=5):
    inputs = keras.Input(shape)
    hidden = layers.Dense(3, activation="relu")(inputs)
    outputs = layers.Dense(
        3,  # diagnosis: input_shape_ignored
        activation="softmax",
    )(hidden)
    return keras.Model(inputs, outputs)


model = build((8,), num_classes=4)
