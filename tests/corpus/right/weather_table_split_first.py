"""Two columns of weather: split in time, scaled with the first part, targets a day ahead."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

hours = np.arange(800)
table = np.stack([
    12 + 6 * np.sin(2 * np.pi * hours / 24) + rng.normal(size=800) * 0.5,
    1013 + 4 * np.cos(2 * np.pi * hours / 60) + rng.normal(size=800) * 0.5,
], axis=1)
border = 560
mean, std = table[:border].mean(axis=0), table[:border].std(axis=0)
table = ((table - mean) / std).astype("float32")


def windows(part, shuffle):
    return keras.utils.timeseries_dataset_from_array(
        part[:-24], part[24:, 0], sequence_length=24, batch_size=32, shuffle=shuffle, seed=0
    ).prefetch(tf.data.AUTOTUNE)


model = keras.Sequential([keras.Input((24, 2)), keras.layers.GRU(12), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(windows(table[:border], True), validation_data=windows(table[border:], False), epochs=5, verbose=0)
