"""My first network: it cannot be built because it has no layers."""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(11)
heights = rng.normal(170, 10, size=(80, 1)).astype("float32")
weights = 0.9 * heights[:, 0] - 90 + rng.normal(scale=3, size=80)

model = keras.Sequential()  # diagnosis: no_layers_in_model
first = keras.layers.Dense(8, activation="relu")
last = keras.layers.Dense(1)
model.compile(optimizer="adam", loss="mean_squared_error")
model.fit((heights - 170) / 10, weights, epochs=5, verbose=2)
