"""Inception block: memory explodes and the picture gets three times as high."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(20)
rng = np.random.default_rng(20)
y = rng.integers(0, 2, 96)
x = rng.random((96, 16, 16, 3)).astype("float32") * 0.5
x[y == 1, 4:12, 4:12] += 0.4
inputs = keras.Input((16, 16, 3))
one = layers.Conv2D(8, 1, padding="same", activation="relu")(inputs)
three = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
five = layers.Conv2D(8, 5, padding="same", activation="relu")(inputs)
h = layers.Concatenate(axis=1)([one, three, five])  # diagnosis: joined_along_height
h = layers.Conv2D(16, 3, activation="relu")(h)
h = layers.GlobalAveragePooling2D()(h)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:80], y[:80], validation_data=(x[80:], y[80:]), epochs=3, verbose=2)
