"""expected ndim=3, found ndim=2. Full shape received: (None, 24). Which dimension is missing?"""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

t = np.arange(300)
series = np.sin(t / 10) + 0.01 * t
mean, std = series[:220].mean(), series[:220].std()
series = (series - mean) / std
X = np.array([series[i : i + 24] for i in range(len(series) - 24)])
y = series[24:]
print(X.shape, y.shape)

model = Sequential()
model.add(LSTM(16))  # diagnosis: feature_axis_missing
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(X[:200], y[:200], epochs=2, validation_data=(X[200:], y[200:]))  # diagnosis: feature_axis_missing
