import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = keras.utils.to_categorical(np.arange(64) % 3, 3)
model = keras.Sequential([keras.Input((8,)), layers.Dense(3, "softmax")])
model.compile("adam", "mse", metrics=["accuracy"])
model.fit(x, y, verbose=0)
