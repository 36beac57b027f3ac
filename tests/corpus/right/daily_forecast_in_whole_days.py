"""Two days forecast the next one; windows begin at midnight, of many days."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

hours = np.arange(24 * 400)
load = (np.sin(2 * np.pi * hours / 24) + 0.3 * np.sin(2 * np.pi * hours / 168)).astype("float32")
load += rng.normal(size=len(load)).astype("float32") * 0.05


def days(values):
    ds = tf.data.Dataset.from_tensor_slices(values).window(72, shift=24, drop_remainder=True)
    ds = ds.flat_map(lambda w: w.batch(72)).map(lambda w: (w[:48], w[48:]))
    return ds


train = days(load[: 24 * 320]).cache().shuffle(400).batch(16).prefetch(1)
val = days(load[24 * 320 :]).batch(16).prefetch(1)
model = keras.Sequential([keras.Input((48,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(24)])
model.compile(keras.optimizers.Adam(0.01), "mae")
model.fit(train, validation_data=val, epochs=6, verbose=0)
