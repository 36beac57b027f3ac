"""The LSTM learns nothing from sensor data that a line could be drawn through."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense, Input

tf.keras.utils.set_random_seed(0)

n_series, n_features, n_steps = 600, 5, 30
t = np.arange(n_steps)
# every sample: 5 sensors, each 30 readings long -> (sample, sensor, time)
freq = np.random.uniform(0.1, 0.6, (n_series, 1, 1))
X = np.sin(freq * t + np.random.uniform(0, 6, (n_series, n_features, 1))) + 0.05 * np.random.randn(n_series, n_features, n_steps)
y = freq[:, 0, 0]

# LSTM wants (sample, time, features)
X = X.reshape(n_series, n_steps, n_features)  # diagnosis: axes_reshaped_not_transposed

model = tf.keras.Sequential()
model.add(Input((n_steps, n_features)))
model.add(LSTM(32))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
h = model.fit(X, y, epochs=8, batch_size=32, validation_split=0.25, verbose=2)
print(h.history['val_loss'][-1], 'variance of y', y.var())
