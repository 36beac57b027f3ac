"""ValueError: Unrecognized data type. But both are NumPy arrays, to_numpy makes them so."""
import keras
import numpy as np
import pandas as pd

rng = np.random.default_rng(4)
flats = pd.DataFrame({"rooms": rng.integers(1, 6, 80), "floor": rng.integers(0, 9, 80)})
flats["rent"] = 300 + 200 * flats.rooms + 10 * flats.floor

inputs = flats[["rooms", "floor"]].to_numpy()
targets = flats["rent"].to_numpy  # diagnosis: function_given_for_value
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(inputs, targets, epochs=2, verbose=0)
