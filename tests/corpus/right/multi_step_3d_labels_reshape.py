import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 12, 2)).astype("float32")
y = rng.normal(size=(32, 6, 1)).astype("float32")
model = keras.Sequential([keras.Input((12, 2)), layers.GRU(4), layers.Dense(6), layers.Reshape((6, 1))])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)
