"""The best state so far is read back and trained further; the same checkpoint keeps what is better still."""

import os
import tempfile

import keras
import numpy as np

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
rain = rng.normal(size=(360, 4)).astype("float32")
level = (rain @ [[1.5], [-0.7], [0.3], [0.9]] + 0.1 * rng.normal(size=(360, 1))).astype("float32")
learned, judged = (rain[:280], level[:280]), (rain[280:], level[280:])

path = os.path.join(tempfile.mkdtemp(), "level.keras")
keep = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(*learned, validation_data=judged, epochs=6, callbacks=[keep], verbose=0)

model = keras.models.load_model(path)
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
model.fit(*learned, validation_data=judged, epochs=12, callbacks=[keep, stop], verbose=0)
print(model.evaluate(*judged, verbose=0))
