"""A VAE with its own train_step, reparametrisation and a metric for each part of the loss."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers


class VAE(keras.Model):
    def __init__(self, latent=2):
        super().__init__()
        self.encoder = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(2 * latent)])
        self.decoder = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(16, activation="sigmoid")])
        self.seed = keras.random.SeedGenerator(0)
        self.total = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.total]

    def call(self, x):
        mean, _ = tf.split(self.encoder(x), 2, axis=1)
        return self.decoder(mean)

    def train_step(self, x):
        with tf.GradientTape() as tape:
            mean, log_var = tf.split(self.encoder(x), 2, axis=1)
            noise = keras.random.normal(tf.shape(mean), seed=self.seed)
            rebuilt = self.decoder(mean + tf.exp(0.5 * log_var) * noise)
            rebuilding = tf.reduce_mean(tf.reduce_sum(keras.losses.binary_crossentropy(x[..., None], rebuilt[..., None]), axis=1))
            kl = -0.5 * tf.reduce_mean(tf.reduce_sum(1 + log_var - mean**2 - tf.exp(log_var), axis=1))
            loss = rebuilding + 0.1 * kl
        weights = self.encoder.trainable_weights + self.decoder.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.total.update_state(loss)
        return {"loss": self.total.result()}


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = np.clip(rng.integers(0, 2, (300, 4)).repeat(4, axis=1) + rng.normal(size=(300, 16)) * 0.05, 0, 1).astype("float32")
vae = VAE()
vae.compile(keras.optimizers.Adam(0.01))
vae.fit(x, epochs=10, batch_size=30, verbose=0)
print(vae.predict(x[:2], verbose=0).round(1))
