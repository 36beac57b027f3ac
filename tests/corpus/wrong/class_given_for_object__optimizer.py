"""Could not interpret optimizer identifier: <class 'keras.src.optimizers.adam.Adam'>."""
import keras
import numpy as np

x = np.random.default_rng(0).normal(size=(80, 3)).astype("float32")
y = x[:, 0] + x[:, 1]
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam, loss="mse")  # diagnosis: class_given_for_object
model.fit(x, y, epochs=2, validation_split=0.2)
