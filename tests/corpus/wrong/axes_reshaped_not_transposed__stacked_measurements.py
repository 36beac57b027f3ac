"""Three measurements per day into an LSTM, the error does not get better than guessing."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

np.random.seed(0)
n, steps = 600, 12
temp = np.cumsum(np.random.randn(n, steps), axis=1)
rain = np.random.rand(n, steps) * 4
wind = np.random.randn(n, steps)
y = temp[:, -1] - temp[:, 0] + 0.2 * rain.mean(axis=1)

data = np.stack([temp, rain, wind], axis=1)
print(data.shape)
X = data.reshape((n, steps, 3))  # diagnosis: axes_reshaped_not_transposed
print(X.shape)

model = Sequential()
model.add(LSTM(32, input_shape=(steps, 3)))
model.add(Dense(1))
model.compile(loss='mae', optimizer='adam')
history = model.fit(X[:480], y[:480], epochs=20, batch_size=32, validation_data=(X[480:], y[480:]), verbose=0, shuffle=False)
print(history.history['val_loss'][-1])
