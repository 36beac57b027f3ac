"""24 hourly values: after the convolution there should be 24 steps, after pooling 12, but it says zero or negative."""
import numpy as np
from keras.layers import Activation, Conv1D, Dense, Flatten, MaxPooling1D
from keras.models import Sequential

rng = np.random.default_rng(0)
holiday = rng.integers(0, 2, 300)
hours = np.arange(24)
load = np.sin(hours / (2 + holiday[:, None]) + rng.uniform(0, 6, (300, 1))) + rng.normal(0, 0.2, (300, 24))
load = load.reshape(load.shape[0], 1, 24)

model = Sequential()
model.add(Conv1D(4, 5, padding="same", input_shape=(1, 24)))
model.add(Activation("tanh"))
model.add(MaxPooling1D(pool_size=2))  # diagnosis: series_on_channel_axis
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(load, holiday, epochs=4, verbose=0)
