"""Twelve readings of a meter, the next one asked for: "expected ndim=3, found ndim=2" where the LSTM is added."""
import numpy as np
from tensorflow.keras.layers import GRU, Dense, Dropout
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(1)
meter = 5 + np.cos(np.arange(400) / 7) + rng.normal(0, 0.1, 400)
past = np.stack([meter[i : i + 12] for i in range(380)]).reshape(380, 12, 1)
following = meter[12:392]

net = Sequential()
net.add(Dense(8, activation="relu", input_shape=(1,)))
net.add(Dropout(0.1))
net.add(GRU(16))  # diagnosis: feature_axis_missing
net.add(Dense(1))
net.compile(optimizer="adam", loss="mse")
net.fit(past, following, epochs=2, verbose=0)
