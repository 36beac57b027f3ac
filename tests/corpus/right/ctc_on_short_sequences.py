"""Letters are read from a noisy strip with the CTC loss of Keras."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(0)
T, L, V = 24, 4, 6        # symbols 1..5, 0 is the blank of keras.losses.CTC
labels = rng.integers(1, V, (200, L))
x = np.zeros((200, T, V), "float32")
for n in range(200):
    for k in range(L):
        x[n, k * 6 + 1:k * 6 + 5, labels[n, k]] = 1
x += rng.normal(0, .3, x.shape).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((T, V)),
    tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(24, return_sequences=True)),
    tf.keras.layers.Dense(V)])
model.compile(tf.keras.optimizers.Adam(0.01), loss=tf.keras.losses.CTC())
model.fit(x, labels, epochs=3, batch_size=32, verbose=2)
