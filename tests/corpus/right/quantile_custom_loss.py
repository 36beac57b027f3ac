import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)


def pinball(y, p):
    return keras.ops.mean(keras.ops.abs(y - p))


x = rng.normal(size=(64, 8)).astype("float32")
y = x.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
model.compile("adam", pinball)
model.fit(x, y, verbose=0)
