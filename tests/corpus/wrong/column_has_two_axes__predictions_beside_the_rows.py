"""A table of what was predicted beside what was measured."""
import keras
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
loads = rng.normal(size=(120, 3)).astype("float32")
bends = (loads @ [0.5, -1.0, 2.0]).astype("float32")

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
model.fit(loads, bends, epochs=10, verbose=0)
predicted = model.predict(loads, verbose=0)
table = pd.DataFrame({"measured": bends, "predicted": predicted})  # diagnosis: column_has_two_axes
print(table.describe())
