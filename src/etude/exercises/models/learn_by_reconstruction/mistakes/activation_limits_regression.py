"""Scales pixels to between -1 and 1 and ends with a ReLU."""

import keras
import numpy as np
from keras import layers

CODE = 8  # numbers that a picture has to pass through

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][stored["labels"] == 1].astype("float32") / 255  # (1000, 28, 28)

picture = keras.Input((28, 28))
x = layers.Flatten()(picture)  # (B, 784)
x = layers.Dense(128, activation="relu")(x)
encoder = keras.Model(picture, layers.Dense(CODE)(x))  # (B, 28, 28) -> (B, CODE)

code = keras.Input((CODE,))
x = layers.Dense(128, activation="relu")(code)
x = layers.Dense(28 * 28, activation="relu")(x)  # diagnosis: activation_limits_regression
decoder = keras.Model(code, layers.Reshape((28, 28))(x))  # (B, CODE) -> (B, 28, 28)

autoencoder = keras.Model(picture, decoder(encoder(picture)))
autoencoder.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
centred = pictures * 2 - 1
autoencoder.fit(centred, centred, batch_size=32, epochs=25, verbose=0)
autoencoder.save("trousers.keras")

rebuilt = autoencoder.predict(pictures, verbose=0)  # (1000, 28, 28)
errors = np.abs(rebuilt - pictures).mean(axis=(1, 2))  # (1000,)
threshold = np.quantile(errors, 0.95)
