"""loss: nan although I call dropna before training"""
import io

import numpy as np
import pandas as pd
from tensorflow import keras

rng = np.random.default_rng(0)
rows = "\n".join(f"{a:.2f},{b:.2f},{3 * a - b:.2f}" if i % 17 else f",{b:.2f},{b:.2f}" for i, (a, b) in enumerate(rng.normal(size=(300, 2))))
data = pd.read_csv(io.StringIO("width,height,area\n" + rows))

print("missing:", data.isna().sum().sum())
data.dropna()  # diagnosis: table_change_not_kept

x = data[["width", "height"]].values
y = data["area"].values
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=5, verbose=2)
