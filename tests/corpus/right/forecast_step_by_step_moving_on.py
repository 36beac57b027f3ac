"""Forecasts thirty steps, each from the one before."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense
s = np.sin(np.arange(600) / 10)
W = 20
X = np.array([s[i:i + W] for i in range(480 - W)])[..., None]
model = Sequential([LSTM(24, input_shape=(W, 1)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, s[W:480], epochs=8, verbose=0)
last = s[460:480].reshape(1, W, 1)
future = []
for i in range(30):
    p = model.predict(last, verbose=0)[0, 0]
    future.append(p)
    last = np.append(last[:, 1:, :], [[[p]]], axis=1)
print(np.abs(np.array(future) - s[480:510]).mean())
