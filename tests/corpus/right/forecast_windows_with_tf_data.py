"""Split by time, scaled with the training part, windows cut and then shuffled; the naive forecast beside it."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
t = np.arange(700)
series = (10 + 0.01 * t + 3 * np.sin(2 * np.pi * t / 25) + np.random.default_rng(0).normal(size=700) * 0.3).astype("float32")
SPLIT, WINDOW = 550, 25
train, valid = series[:SPLIT], series[SPLIT:]
mean, std = train.mean(), train.std()


def windows(values, shuffle):
    ds = tf.data.Dataset.from_tensor_slices((values - mean) / std)
    ds = ds.window(WINDOW + 1, shift=1, drop_remainder=True)
    ds = ds.flat_map(lambda w: w.batch(WINDOW + 1))
    if shuffle:
        ds = ds.shuffle(1000)
    ds = ds.map(lambda w: (w[:-1, None], w[-1:]), num_parallel_calls=tf.data.AUTOTUNE)
    return ds.batch(32).prefetch(tf.data.AUTOTUNE)


model = tf.keras.Sequential([
    tf.keras.Input((WINDOW, 1)),
    tf.keras.layers.Conv1D(16, 5, padding="causal", activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.005), loss="huber", metrics=["mae"])
model.fit(windows(train, True), validation_data=windows(valid, False), epochs=10, verbose=0)
mae = model.evaluate(windows(valid, False), verbose=0)[1] * std
print("mae", mae, "naive", np.abs(np.diff(valid)).mean())
