"""Sequential parts, squared errors, and a threshold of a mean and some deviations."""

import keras
import numpy as np
from keras import layers

CODE = 8  # numbers that a picture has to pass through

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][stored["labels"] == 1].astype("float32") / 255  # (1000, 28, 28)

encoder = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(200, activation="gelu"),
        layers.Dense(CODE),
    ]
)
decoder = keras.Sequential(
    [
        keras.Input((CODE,)),
        layers.Dense(200, activation="gelu"),
        layers.Dense(784, activation="sigmoid"),
        layers.Reshape((28, 28)),
    ]
)
picture = keras.Input((28, 28))
autoencoder = keras.Model(picture, decoder(encoder(picture)))
autoencoder.compile(optimizer=keras.optimizers.Adam(0.002), loss="mse")
autoencoder.fit(pictures, pictures, batch_size=32, epochs=25, verbose=0)
autoencoder.save("trousers.keras")

rebuilt = autoencoder.predict(pictures, verbose=0)  # (1000, 28, 28)
errors = np.abs(rebuilt - pictures).mean(axis=(1, 2))  # (1000,)
threshold = errors.mean() + 1.8 * errors.std()
