"""A model out of a file of the old format is compiled again before it trains on."""

import os
import tempfile

import keras
import numpy as np

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
wind = rng.uniform(0, 1, (200, 3)).astype("float32")
power = wind @ np.array([[1.0], [2.5], [-0.5]], dtype="float32")

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.Huber())
model.fit(wind, power, epochs=5, verbose=0)
path = os.path.join(tempfile.mkdtemp(), "power.h5")
model.save(path)

again = keras.models.load_model(path)
again.compile(optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.Huber())
again.fit(wind, power, epochs=5, verbose=0)
print(again.evaluate(wind, power, verbose=0))
