"""The names of the logs are asked of what fit returned."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(5)
x = rng.normal(size=(400, 8)).astype("float32")
y = x @ rng.normal(size=(8, 1)).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
hist = model.fit(x, y, epochs=12, validation_split=0.25, verbose=0)
print(hist.keys())  # diagnosis: history_is_no_dictionary
