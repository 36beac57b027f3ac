"""One path of layers, of which the encoder is the first part and the decoder the second."""

import keras
import numpy as np
from keras import layers

CODE = 8  # numbers that a picture has to pass through

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][stored["labels"] == 1].astype("float32") / 255  # (1000, 28, 28)

picture = keras.Input((28, 28))
squeeze = [layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(CODE)]
unfold = [layers.Dense(128, activation="relu"), layers.Dense(784), layers.Reshape((28, 28))]

x = picture
for layer in squeeze:
    x = layer(x)
encoder = keras.Model(picture, x)
for layer in unfold:
    x = layer(x)
autoencoder = keras.Model(picture, x)

code = y = keras.Input((CODE,))
for layer in unfold:
    y = layer(y)
decoder = keras.Model(code, y)

autoencoder.compile(optimizer=keras.optimizers.Adam(0.002), loss=keras.losses.MeanAbsoluteError())
autoencoder.fit(pictures, pictures, batch_size=32, epochs=25, verbose=0)
autoencoder.save("trousers.keras")

rebuilt = autoencoder.predict(pictures, verbose=0)  # (1000, 28, 28)
errors = np.abs(rebuilt - pictures).mean(axis=(1, 2))  # (1000,)
threshold = np.quantile(errors, 0.95)
