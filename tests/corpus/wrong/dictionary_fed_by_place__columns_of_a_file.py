"""A table is read from its file, in the order of its columns."""

import csv

import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
rooms = rng.integers(1, 9, 256)
area = rooms * 22 + rng.normal(0, 9, 256)
year = rng.integers(1900, 2020, 256)
rent = 8 * area + 2 * (year - 1960) + rng.normal(0, 30, 256)
with open("flats.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["year", "area", "rooms", "rent"])
    writer.writerows(zip(year, area.round(1), rooms, rent.round(), strict=True))

flats = tf.data.experimental.make_csv_dataset(
    "flats.csv", batch_size=32, label_name="rent", num_epochs=1, shuffle_seed=1
)
scalers = {}
for name, column in {"area": area, "rooms": rooms, "year": year}.items():
    scalers[name] = keras.layers.Normalization(axis=None, name=f"scale_{name}")
    scalers[name].adapt(column.astype("float32"))

inputs = {name: keras.Input((1,), name=name) for name in scalers}
scaled = [scalers[name](value) for name, value in inputs.items()]
hidden = keras.layers.Dense(16, activation="relu")(keras.layers.Concatenate()(scaled))
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse", metrics=["mae"])
model.fit(flats, epochs=5, verbose=0)  # diagnosis: dictionary_fed_by_place
