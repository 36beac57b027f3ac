import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 12, 1)).astype("float32")
model = keras.Sequential([keras.Input((None, 1)), layers.LSTM(4, return_sequences=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, x, verbose=0)
