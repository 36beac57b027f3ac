"""The best weights were saved by the checkpoint, but load_model finds no config."""
import os
import tempfile

import keras
import numpy as np

rng = np.random.default_rng(17)
x = rng.normal(size=(120, 4)).astype("float32")
y = np.abs(x[:, 0]) + x[:, 1]
best = os.path.join(tempfile.mkdtemp(), "best.weights.h5")

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
saver = keras.callbacks.ModelCheckpoint(best, save_best_only=True, save_weights_only=True)
model.fit(x, y, epochs=4, validation_split=0.25, callbacks=[saver], verbose=2)

model = keras.models.load_model(best)  # diagnosis: weights_file_read_otherwise
print(model.predict(x[:5], verbose=0))
