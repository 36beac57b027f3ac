"""Time and channels should change places before the LSTM."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(16)
signals = rng.normal(size=(80, 3, 25)).astype("float32")
level = signals[:, 0].mean(axis=1)

model = keras.Sequential()
model.add(keras.Input((3, 25)))
model.add(layers.Permute((0, 2, 1)))  # diagnosis: axis_not_there
model.add(layers.LSTM(12))
model.add(layers.Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(signals, level, epochs=3, verbose=2)
