"""Sliding windows in NumPy, a whole day of 8 values at once, standardised with the training part."""
import numpy as np
from tensorflow.keras.layers import Dense, Input, LSTM, RepeatVector, TimeDistributed
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(1)
rng = np.random.default_rng(1)
t = np.arange(480)
series = np.sin(2 * np.pi * t / 16) + 0.1 * rng.normal(size=480)
train, val = series[:360], series[360:]
mean, std = train.mean(), train.std()
PAST, AHEAD = 16, 8


def windows(values):
    values = (values - mean) / std
    starts = range(len(values) - PAST - AHEAD + 1)
    x = np.stack([values[s : s + PAST] for s in starts])[..., None]
    y = np.stack([values[s + PAST : s + PAST + AHEAD] for s in starts])[..., None]
    return x.astype("float32"), y.astype("float32")


(x_train, y_train), (x_val, y_val) = windows(train), windows(val)
model = Sequential([
    Input((PAST, 1)),
    LSTM(16),
    RepeatVector(AHEAD),
    LSTM(16, return_sequences=True),
    TimeDistributed(Dense(1)),
])
model.compile("adam", "mse")
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=4, verbose=0)
print(model.predict(x_val[:1], verbose=0).shape)
