"""Anomaly detection with an autoencoder: reconstruction error of broken parts is as small as of good ones."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
basis = rng.normal(size=(2, 12))
good = (rng.normal(size=(400, 2)) @ basis).astype("float32")
broken = rng.normal(size=(60, 12)).astype("float32") * 2

autoencoder = tf.keras.Sequential([
    layers.Input((12,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(32, activation="relu"),  # diagnosis: bottleneck_missing
    layers.Dense(64, activation="relu"),
    layers.Dense(12),
])
autoencoder.compile(tf.keras.optimizers.Adam(0.005), "mse")
autoencoder.fit(good, good, epochs=15, batch_size=32, verbose=0)
for name, rows in (("good", good), ("broken", broken)):
    print(name, float(np.mean((autoencoder.predict(rows, verbose=0) - rows) ** 2)))
