"""Number runs of 4 to 8 values in one array of objects."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
sequences, following = [], []
for _ in range(300):
    start, step, n = rng.integers(0, 10), rng.integers(1, 5), rng.integers(4, 9)
    run = start + step * np.arange(n + 1)
    sequences.append(run[:-1].astype('float32') / 50)
    following.append(run[-1] / 50)
x = np.array(sequences, dtype=object)
y = np.array(following, dtype='float32')

model = tf.keras.Sequential()
model.add(tf.keras.layers.LSTM(16))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer='adam', loss='mse')
model.fit(x, y, epochs=5)  # diagnosis: rows_make_no_array
