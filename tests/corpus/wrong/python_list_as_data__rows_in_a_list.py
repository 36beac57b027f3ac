"""Expected shape (None, 4), but input has incompatible shape (None,). Every row has four numbers!"""
import keras
import numpy as np

rng = np.random.default_rng(14)
rows = []
for _ in range(120):
    rows.append(rng.normal(size=4).astype("float32"))
sums = np.array([row.sum() for row in rows])

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows, sums, validation_split=0.25, epochs=2, verbose=0)  # diagnosis: python_list_as_data
