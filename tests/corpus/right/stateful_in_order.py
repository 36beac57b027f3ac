"""A stateful LSTM whose rows go on where the batch before ended."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

series = np.sin(np.arange(3232) / 9.0) + 0.3 * np.sin(np.arange(3232) / 2.1)
B, T = 16, 10
n = (len(series) - 1) // (B * T) * B * T
x = series[:n].reshape(B, -1, T).transpose(1, 0, 2).reshape(-1, T, 1)
y = series[1:n + 1].reshape(B, -1, T).transpose(1, 0, 2).reshape(-1, T, 1)[:, -1]
model = tf.keras.Sequential([
    tf.keras.layers.Input(batch_shape=(B, T, 1)),
    tf.keras.layers.LSTM(20, stateful=True),
    tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="mse")
for epoch in range(6):
    h = model.fit(x, y, batch_size=B, epochs=1, shuffle=False, verbose=0)
    model.layers[0].reset_states()
    print(epoch, h.history["loss"])
