import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = rng.integers(0, 100, 64)
model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
model.compile("sgd", "mse", metrics=["mae"])
model.fit(x, y.astype("float32"), verbose=0)
