"""I have a Normalization layer, but mae is in the thousands as if nothing was normalised."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
income = rng.normal(52000, 9000, 500)
area = rng.normal(85, 20, 500)
rent = 0.01 * income + 6 * area + rng.normal(0, 20, 500)
X = np.stack([income, area], axis=1).astype("float32")


def regression_model(feature_count):
    inputs = layers.Input(shape=(feature_count,), name="features")
    x = layers.Normalization(axis=-1)(inputs)  # diagnosis: normalization_not_adapted
    x = layers.Dense(24, activation="relu")(x)
    x = layers.Dense(24, activation="relu")(x)
    return tf.keras.Model(inputs, layers.Dense(1)(x))


model = regression_model(2)
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="mae")
model.fit(X[:400], rent[:400], epochs=6, validation_data=(X[400:], rent[400:]), verbose=2)
