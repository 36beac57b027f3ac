"""Dimensions must be equal, but are 24 and 23. I cut windows of 24 hours."""
import keras
import numpy as np

hours = np.arange(600)
load = (np.sin(hours * 2 * np.pi / 24) + 0.002 * hours).astype("float32")
given = np.stack([load[i + 1 : i + 24] for i in range(500)])[..., None]
following = np.stack([load[i + 1 : i + 25] for i in range(500)])[..., None]

model = keras.Sequential([
    keras.Input((24, 1)),
    keras.layers.GRU(12, return_sequences=True),
    keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(given, following, epochs=2, verbose=0)  # diagnosis: sequence_length_differs
