"""The loss of the autoencoder stops at 0.8; pictures come out grey."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(11)
raw = np.zeros((800, 16, 16, 1), "float32")
for k in range(800):
    i, j = rng.integers(0, 10, 2)
    raw[k, i:i + 6, j:j + 6, 0] = rng.integers(120, 255)
x_train = (raw - 127.5) / 127.5

class Autoencoder(keras.Model):
    def __init__(self, latent_dim):
        super().__init__()
        self.encoder = keras.Sequential([
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(latent_dim, activation="relu"),
        ])
        self.decoder = keras.Sequential([
            layers.Dense(64, activation="relu"),
            layers.Dense(256, activation="sigmoid"),  # diagnosis: activation_limits_regression
            layers.Reshape((16, 16, 1)),
        ])

    def call(self, x):
        return self.decoder(self.encoder(x))

autoencoder = Autoencoder(24)
autoencoder.compile(optimizer="adam", loss="mse")
autoencoder.fit(x_train, x_train, epochs=10, batch_size=64, shuffle=True, verbose=2)
decoded = autoencoder.predict(x_train[:8])
print("reconstruction range", decoded.min(), decoded.max())
