"""ValueError: Invalid dtype: object after get_dummies, but there is no text left in my table"""
import numpy as np
import pandas as pd
from tensorflow import keras

rng = np.random.default_rng(12)
bikes = pd.DataFrame({"km": rng.uniform(1, 90, 200), "gears": rng.integers(3, 27, 200), "kind": rng.choice(["road", "city", "trail"], 200)})
bikes["price"] = 300 + 20 * bikes.gears - 3 * bikes.km + 200 * (bikes.kind == "road")

bikes = pd.get_dummies(bikes, columns=["kind"])  # diagnosis: rows_make_no_array
y = bikes.pop("price").values / 1000
X = bikes.values

model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=20, verbose=0)
