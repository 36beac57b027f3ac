"""KeyError: 'quality'. The column is in the csv, I can see it in Excel"""
from pathlib import Path

import numpy as np
import pandas as pd
from tensorflow import keras

rng = np.random.default_rng(1)
lines = ["fixed acidity;alcohol;quality"]
lines += [f"{rng.normal(7, 1):.1f};{rng.normal(10, 1):.1f};{rng.integers(3, 9)}" for _ in range(80)]
Path("wine.csv").write_text("\n".join(lines))

df = pd.read_csv("wine.csv")
y = df["quality"].astype("float32")  # diagnosis: column_not_found
x = df.drop(columns=["quality"]).astype("float32")
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=3)
