"""A network that tells its own uncertainty; its loss may well be below zero."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(21)
x = rng.uniform(-3, 3, (2000, 1)).astype("float32")
y = (np.sin(x) + rng.normal(size=x.shape) * (0.1 + 0.2 * np.abs(x))).astype("float32")
def nll(y_true, params):
    mu, rho = params[:, :1], params[:, 1:]
    sigma = tf.math.softplus(rho) + 1e-3
    return tf.reduce_mean(tf.math.log(sigma) + 0.5 * tf.square((y_true - mu) / sigma))
inp = layers.Input((1,))
h = layers.Dense(32, activation="relu")(inp)
h = layers.Dense(32, activation="relu")(h)
model = tf.keras.Model(inp, layers.Dense(2)(h))
model.compile(optimizer=tf.keras.optimizers.Adam(3e-3), loss=nll)
model.fit(x, y, batch_size=64, epochs=10, verbose=2)     # loss may well be below zero
