"""Most of the scatter is noise: the network learns what there is, early stopping ends it."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(500, 3)).astype("float32")
y = x[:, 0] - 0.5 * x[:, 1] + 2.0 * rng.normal(size=500)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
stop = keras.callbacks.EarlyStopping(patience=4, restore_best_weights=True)
model.fit(x[:400], y[:400], validation_data=(x[400:], y[400:]), epochs=40, callbacks=[stop], verbose=0)
