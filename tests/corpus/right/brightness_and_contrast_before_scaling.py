"""Varies light in bytes, scales afterwards, and varies once more between 0 and 1."""
import keras
import numpy as np
from keras import layers

photos = np.random.default_rng(0).integers(0, 256, (64, 24, 24, 3)).astype("float32")
labels = np.arange(64) % 2

model = keras.Sequential([
    keras.Input((24, 24, 3)),
    layers.RandomBrightness(0.2),
    layers.RandomContrast(0.2),
    layers.Rescaling(1 / 255),
    layers.RandomBrightness(0.05, value_range=(0, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(photos, labels, epochs=2, validation_split=0.25, verbose=0)
