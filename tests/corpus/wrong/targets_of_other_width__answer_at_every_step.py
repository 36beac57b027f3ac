"""Dimensions must be equal, but are 4 and 15. Four hours are to be forecast of fifteen."""
import keras
import numpy as np

rng = np.random.default_rng(3)
past = rng.normal(size=(90, 15, 2)).astype("float32")
ahead = rng.normal(size=(90, 4, 1)).astype("float32")

model = keras.Sequential([
    keras.Input((15, 2)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(4),  # diagnosis: targets_of_other_width
])
model.compile("adam", "mse")
model.fit(past, ahead, epochs=2, verbose=0)
