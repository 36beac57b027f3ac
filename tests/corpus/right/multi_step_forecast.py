import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 12, 1)).astype("float32")
y = rng.normal(size=(32, 6)).astype("float32")
model = keras.Sequential([keras.Input((12, 1)), layers.LSTM(4, return_sequences=True), layers.LSTM(4), layers.Dense(6)])
model.compile("adam", "huber")
model.fit(x, y, verbose=0)
