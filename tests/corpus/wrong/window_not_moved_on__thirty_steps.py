"""My forecast of 30 steps is a straight line."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense
t = np.arange(600)
s = np.sin(t / 10)
W = 20
X = np.array([s[i:i + W] for i in range(480 - W)])[..., None]
y = s[W:480]
model = Sequential([LSTM(24, input_shape=(W, 1)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=8, verbose=0)
last = s[460:480].reshape(1, W, 1)
future = []
for i in range(30):
    p = model.predict(last, verbose=0)[0, 0]  # diagnosis: window_not_moved_on
    future.append(p)
    window = np.append(last[0, 1:, 0], p)
print(np.array(future))
