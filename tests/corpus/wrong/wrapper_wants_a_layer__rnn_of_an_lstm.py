"""RNN around an LSTM."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(25)
x = rng.normal(size=(90, 12, 2)).astype("float32")
y = x[:, -3:, 0].mean(axis=1)

model = tf.keras.Sequential([
    tf.keras.Input((12, 2)),
    tf.keras.layers.RNN(tf.keras.layers.LSTM(16)),  # diagnosis: wrapper_wants_a_layer
    tf.keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=3, verbose=2)
