import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.abs(x.sum(axis=1)) * 100
model = keras.Sequential([keras.Input((8,)), layers.Dense(8, "relu"), layers.Dense(1, "relu")])
model.compile("adam", "mae", metrics=["mse"])
model.fit(x, y, verbose=0)
