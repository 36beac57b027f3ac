"""Cannot batch tensors with different shapes: [21] and [20], in the middle of the first epoch."""
import numpy as np
import tensorflow as tf

series = (np.sin(np.arange(240) / 9) + 0.1 * np.random.default_rng(0).normal(size=240)).astype("float32")


def windows(series, size, batch):
    ds = tf.data.Dataset.from_tensor_slices(series)
    ds = ds.window(size + 1, shift=1)  # diagnosis: last_windows_too_short
    ds = ds.flat_map(lambda w: w.batch(size + 1))
    ds = ds.map(lambda w: (w[:-1], w[-1]))
    return ds.batch(batch).prefetch(tf.data.AUTOTUNE)  # diagnosis: last_windows_too_short


model = tf.keras.Sequential([
    tf.keras.Input((20,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(windows(series[:180], 20, 16), epochs=2, verbose=2)  # diagnosis: last_windows_too_short
