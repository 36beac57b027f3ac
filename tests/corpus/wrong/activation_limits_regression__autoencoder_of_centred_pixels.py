"""Reconstructions of my autoencoder are all grey, everything dark is missing."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = np.zeros((200, 16, 16, 1), "float32")
for im in images:
    r, c = rng.integers(0, 10, 2)
    im[r:r + 6, c:c + 6] = 255.0
images = images / 127.5 - 1.0

inputs = layers.Input((16, 16, 1))
h = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(inputs)
h = layers.Flatten()(h)
code = layers.Dense(16, activation="relu")(h)
h = layers.Dense(8 * 8 * 8, activation="relu")(code)
h = layers.Reshape((8, 8, 8))(h)
decoded = layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(h)  # diagnosis: activation_limits_regression
autoencoder = tf.keras.Model(inputs, decoded)
autoencoder.compile("adam", "mse")
autoencoder.fit(images[:160], images[:160], validation_data=(images[160:], images[160:]), epochs=6, verbose=2)
