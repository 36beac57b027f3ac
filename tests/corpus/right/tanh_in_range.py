import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.sin(x.sum(axis=1))
model = keras.Sequential([keras.Input((8,)), layers.Dense(8, "relu"), layers.Dense(1, "tanh")])
model.compile("adam", "mse", metrics=["mae"])
model.fit(x, y, validation_split=0.2, verbose=0)
