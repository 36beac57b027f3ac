"""Is this overfitting? The training loss falls, the validation loss rises from the third epoch on."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
loudness = rng.normal(0, 1, 160)
sounds = (rng.normal(3, 1, (160, 40)) + loudness[:, None]).astype("float32")

model = keras.Sequential([
    layers.Input((40,)),
    layers.Dense(32, activation="relu"),
    layers.BatchNormalization(),  # diagnosis: batch_statistics_lag_behind
    layers.Dense(32, activation="relu"),
    layers.BatchNormalization(),  # diagnosis: batch_statistics_lag_behind
    layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(sounds[:120], loudness[:120], validation_data=(sounds[120:], loudness[120:]), batch_size=40, epochs=12, verbose=2)
