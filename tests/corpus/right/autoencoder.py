import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.uniform(size=(64, 20)).astype("float32")
model = keras.Sequential([keras.Input((20,)), layers.Dense(2), layers.Dense(20)])
model.compile("adam", "mse")
model.fit(x, x, verbose=0)
other = keras.Sequential([keras.Input((20,)), layers.Dense(8, "relu"), layers.Dense(20, "sigmoid")])
other.compile("adam", "mse")
other.fit(x, x, verbose=0)
