"""Three variables, 12 steps ahead, timeseries_dataset_from_array with targets moved on."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
hours = np.arange(900)
table = np.stack(
    [
        10 + 5 * np.sin(2 * np.pi * hours / 24) + rng.normal(size=900) * 0.3,
        3 * np.cos(2 * np.pi * hours / 24) + rng.normal(size=900) * 0.3,
        rng.normal(size=900),
    ],
    axis=1,
)
n = 700
mean, std = table[:n].mean(axis=0), table[:n].std(axis=0)
table = ((table - mean) / std).astype("float32")
PAST, AHEAD = 48, 12


def dataset(values, shuffle):
    last = len(values) - AHEAD + 1
    return keras.utils.timeseries_dataset_from_array(
        values[:last],
        values[PAST + AHEAD - 1 :, 0],
        sequence_length=PAST,
        batch_size=32,
        shuffle=shuffle,
        seed=1,
    ).prefetch(tf.data.AUTOTUNE)


inputs = keras.Input((PAST, 3))
x = keras.layers.LSTM(12)(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(x))
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(dataset(table[:n], True), validation_data=dataset(table[n:], False), epochs=3, verbose=2)
