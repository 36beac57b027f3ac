"""timeseries_dataset_from_array: validation loss 0.004, although the noise alone should give 0.09?!"""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
t = np.arange(600)
series = (np.sin(2 * np.pi * t / 30) + 0.3 * np.random.default_rng(1).normal(size=600)).astype("float32")
features = series[:, None]


def dataset(start, stop, shuffle):
    return keras.utils.timeseries_dataset_from_array(
        features[start:stop],
        targets=series[start:stop],  # diagnosis: label_inside_window
        sequence_length=14,
        batch_size=32,
        shuffle=shuffle,
        seed=1,
    ).prefetch(tf.data.AUTOTUNE)


train, val = dataset(0, 480, True), dataset(480, 600, False)  # diagnosis: label_inside_window
model = keras.Sequential([
    keras.Input((14, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(train, validation_data=val, epochs=12, verbose=0)  # diagnosis: label_inside_window
print(model.evaluate(val, verbose=0))
