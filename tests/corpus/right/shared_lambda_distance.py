import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
a, b = keras.Input((6,)), keras.Input((6,))
enc = keras.Sequential([layers.Dense(8, "relu"), layers.Dense(4)])
dist = layers.Lambda(lambda t: keras.ops.abs(t[0] - t[1]))([enc(a), enc(b)])
model = keras.Model([a, b], layers.Dense(1, "sigmoid")(dist))
model.compile("adam", "binary_crossentropy")
