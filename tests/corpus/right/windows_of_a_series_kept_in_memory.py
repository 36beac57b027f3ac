"""Windows that Keras cuts from a series are cached, and their batches come in another order each time."""
import keras
import numpy as np

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)

hours = np.arange(500)
level = (np.sin(hours / 4) + 0.3 * np.sin(hours / 15) + rng.normal(0, 0.05, 500)).astype("float32")
mean, spread = level[:400].mean(), level[:400].std()
level = (level - mean) / spread


def windows(part, shuffle):
    return keras.utils.timeseries_dataset_from_array(
        part[:-1, None], part[16:], sequence_length=16, batch_size=32, shuffle=shuffle
    )


training_data = windows(level[:400], shuffle=True).cache().shuffle(12).prefetch(2)
held_out = windows(level[400:], shuffle=False).cache()
model = keras.Sequential([
    keras.Input((16, 1)), keras.layers.Flatten(), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)
])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(training_data, validation_data=held_out, epochs=20, verbose=0)
