"""Augmentation as a small model in front of the network, after the scaling."""
import keras
import numpy as np
from keras import layers

photos = np.random.default_rng(0).integers(0, 256, (32, 24, 24, 3)).astype("float32")
labels = np.arange(32) % 2

augment = keras.Sequential([
    layers.RandomFlip("horizontal"),
    layers.RandomRotation(0.05),
    layers.RandomBrightness(0.3),  # diagnosis: brightness_on_other_scale
])
inputs = keras.Input((24, 24, 3))
x = layers.Rescaling(1.0 / 255)(inputs)
x = augment(x)
x = layers.Conv2D(8, 3, activation="relu")(x)
x = layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(photos, labels, epochs=1, verbose=0)
