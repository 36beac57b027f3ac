"""The csv has 784 pixel columns for each digit. Conv2D says: expected min_ndim=4, found ndim=2."""
import numpy as np
from tensorflow.keras import layers, models

rng = np.random.default_rng(0)
rows = rng.integers(0, 255, (200, 784)) / 255.0
digits = rng.integers(0, 10, 200)

model = models.Sequential()
model.add(layers.Input(shape=(784,)))
model.add(layers.Conv2D(16, 3, activation="relu"))  # diagnosis: flattened_before_convolution
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(rows, digits, epochs=1)
