import numpy as np
import keras
from keras import layers, ops

class Sampling(layers.Layer):
    def call(self, inputs):
        mu, log_var = inputs
        eps = keras.random.normal(ops.shape(mu))
        return mu + ops.exp(log_var) * eps  # diagnosis: variance_taken_for_deviation

class VAE(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(64, activation="relu")
        self.mu = layers.Dense(2)
        self.log_var = layers.Dense(2)
        self.sample = Sampling()
        self.d1 = layers.Dense(64, activation="relu")
        self.out = layers.Dense(144, activation="sigmoid")

    def call(self, x):
        h = self.hidden(x)
        mu, log_var = self.mu(h), self.log_var(h)
        kl = -0.5 * ops.mean(ops.sum(1 + log_var - ops.square(mu) - ops.exp(log_var), axis=1))
        self.add_loss(kl / 144)
        return self.out(self.d1(self.sample([mu, log_var])))

rng = np.random.default_rng(0)
x = np.zeros((500, 12, 12), "float32")
for i in range(500):
    r, c = rng.integers(0, 7, 2)
    x[i, r:r + 5, c:c + 5] = 1
x = x.reshape(500, 144)
vae = VAE()
vae.compile("adam", "binary_crossentropy")
vae.fit(x, x, epochs=15, batch_size=32, verbose=2)
