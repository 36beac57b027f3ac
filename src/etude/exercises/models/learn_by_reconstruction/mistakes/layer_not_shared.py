"""Builds the layers of both parts once more."""

import keras
import numpy as np
from keras import layers

CODE = 8  # numbers that a picture has to pass through

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][stored["labels"] == 1].astype("float32") / 255  # (1000, 28, 28)

def squeezed(picture):
    x = layers.Dense(128, activation="relu")(layers.Flatten()(picture))
    return layers.Dense(CODE)(x)


def unfolded(code):
    x = layers.Dense(128, activation="relu")(code)
    x = layers.Dense(28 * 28, activation="sigmoid")(x)
    return layers.Reshape((28, 28))(x)


picture, code = keras.Input((28, 28)), keras.Input((CODE,))
encoder = keras.Model(picture, squeezed(picture))
decoder = keras.Model(code, unfolded(code))
autoencoder = keras.Model(picture, unfolded(squeezed(picture)))  # diagnosis: layer_not_shared
autoencoder.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
autoencoder.fit(pictures, pictures, batch_size=32, epochs=25, verbose=0)
autoencoder.save("trousers.keras")

rebuilt = autoencoder.predict(pictures, verbose=0)  # (1000, 28, 28)
errors = np.abs(rebuilt - pictures).mean(axis=(1, 2))  # (1000,)
threshold = np.quantile(errors, 0.95)
