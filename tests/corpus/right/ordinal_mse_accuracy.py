import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = (np.arange(64) % 2).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(1, "sigmoid")])
model.compile("sgd", "mse", metrics=["accuracy"])
model.fit(x, y, verbose=0)
