import numpy as np
import keras
from keras import layers, ops

inputs = keras.Input((144,))
h = layers.Dense(64, activation="relu")(inputs)
mu, log_std = layers.Dense(2)(h), layers.Dense(2)(h)

class Latent(layers.Layer):
    def call(self, mu, log_std):
        self.add_loss(ops.mean(ops.sum(0.5 * (ops.exp(2 * log_std) + mu ** 2 - 1) - log_std, -1)) / 144)
        return mu + ops.exp(log_std) * keras.random.normal(ops.shape(mu))

z = Latent()(mu, log_std)
out = layers.Dense(144, activation="sigmoid")(layers.Dense(64, activation="relu")(z))
vae = keras.Model(inputs, out)
vae.compile("adam", "binary_crossentropy")
rng = np.random.default_rng(0)
x = np.zeros((500, 12, 12), "float32")
for i in range(500):
    r, c = rng.integers(0, 7, 2)
    x[i, r:r + 5, c:c + 5] = 1
x = x.reshape(500, 144)
vae.fit(x, x, epochs=15, batch_size=32, verbose=2)
