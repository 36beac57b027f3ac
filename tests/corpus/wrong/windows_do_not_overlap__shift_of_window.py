"""From 1000 values I get only 38 windows, the network has far too few examples."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
series = (np.sin(np.arange(1000) / 9) + 0.1 * np.random.default_rng(0).normal(size=1000)).astype("float32")
train, val = series[:800], series[800:]


def windows(values, width=20):
    ds = tf.data.Dataset.from_tensor_slices(values)
    ds = ds.window(width + 1, shift=width + 1, drop_remainder=True)  # diagnosis: windows_do_not_overlap
    ds = ds.flat_map(lambda w: w.batch(width + 1))
    ds = ds.map(lambda w: (w[:-1], w[-1:]), num_parallel_calls=tf.data.AUTOTUNE)
    return ds


train_ds = windows(train).shuffle(100).batch(8).prefetch(tf.data.AUTOTUNE)
val_ds = windows(val).batch(8).prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([tf.keras.Input((20,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(train_ds, validation_data=val_ds, epochs=20, verbose=0)
print(sum(len(x) for x, _ in train_ds), model.evaluate(val_ds, verbose=0))
