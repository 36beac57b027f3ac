"""The callback prints beta 1.0, and the KL of my VAE explodes."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

class VAE(keras.Model):
    def __init__(self):
        super().__init__()
        self.enc = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(6)])
        self.dec = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(12)])
        self.beta = 0.0

    def train_step(self, x):
        with tf.GradientTape() as tape:
            mean, logvar = tf.split(self.enc(x, training=True), 2, axis=1)
            z = mean + tf.exp(0.5 * logvar) * tf.random.normal(tf.shape(mean))
            rec = tf.reduce_mean(tf.reduce_sum(tf.square(x - self.dec(z, training=True)), 1))
            kl = -0.5 * tf.reduce_mean(tf.reduce_sum(1 + logvar - mean ** 2 - tf.exp(logvar), 1))
            loss = rec + self.beta * kl  # diagnosis: value_frozen_in_graph
        g = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(g, self.trainable_variables))
        return {"loss": loss, "rec": rec, "kl": kl}

class Warmup(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.beta = min(1.0, epoch / 5)
        print("beta", self.model.beta)

X = np.random.default_rng(0).normal(size=(600, 12)).astype("float32")
vae = VAE()
vae.compile(optimizer=keras.optimizers.Adam(1e-3))
vae.fit(X, epochs=8, batch_size=50, callbacks=[Warmup()], verbose=2)
