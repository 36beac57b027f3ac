"""A line whose error is relative to what was measured, per example and kept above zero."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

keras.utils.set_random_seed(4)
x = np.linspace(0.2, 1.0, 600).astype("float32").reshape(-1, 1)
y = (3 * x + 0.5) * (1 + 0.01 * np.random.randn(600, 1).astype("float32"))


def relative(y_true, y_pred):
    error = tf.abs(y_true - y_pred) / tf.maximum(tf.abs(y_true), 1e-3)
    return tf.reduce_sum(error, axis=-1) / tf.cast(tf.shape(y_pred)[-1], tf.float32)


model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss=relative, metrics=["mae"])
model.fit(x, y, epochs=15, batch_size=32, verbose=2)
