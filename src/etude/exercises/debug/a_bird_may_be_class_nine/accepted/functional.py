"""The same network with the functional API."""

import keras
from keras import layers


def build_model(input_shape, num_classes):
    pictures = keras.Input(input_shape)
    x = layers.Rescaling(1 / 255)(pictures)
    x = layers.Conv2D(16, 3, activation="relu")(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(32, 3, activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    model = keras.Model(pictures, layers.Dense(num_classes, activation="softmax")(x))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model
