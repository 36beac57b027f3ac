"""My LSTM forecast is a flat line at the mean, whatever I change. The loss looks plausible."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(0)
t = np.arange(420)
series = np.sin(t / 8) + 0.05 * np.random.default_rng(0).normal(size=t.size)


def make_windows(values, width):
    X, y = [], []
    for start in range(len(values) - width):
        X.append(values[start : start + width])
        y.append(values[start + width])
    return np.array(X)[..., np.newaxis], np.array(y).reshape(-1, 1)


X_train, y_train = make_windows(series[:320], 16)
X_val, y_val = make_windows(series[320:], 16)

model = Sequential()
model.add(Input((16, 1)))
model.add(LSTM(12, return_sequences=True))
model.add(LSTM(8, return_sequences=True))  # diagnosis: predictions_broadcast_against_labels
model.add(Dense(1))  # diagnosis: predictions_broadcast_against_labels
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
model.fit(X_train, y_train, epochs=3, batch_size=32, validation_data=(X_val, y_val), verbose=2)  # diagnosis: predictions_broadcast_against_labels
