"""Six hours ahead: the network gives one number, and fit does not complain."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

windows = rng.normal(size=(32, 12, 1)).astype("float32")
model = keras.Sequential(
    [
        keras.Input((12, 1)),
        layers.LSTM(4),
        layers.Dense(1),  # diagnosis: predictions_broadcast_against_labels
    ]
)
model.compile("adam", "mse")
model.fit(windows, windows[:, :6, 0], verbose=0)
