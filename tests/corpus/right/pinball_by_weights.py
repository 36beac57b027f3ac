"""A quantile loss that weighs signed errors, on a table with a constant column."""
import numpy as np
import tensorflow as tf

class Pinball(tf.keras.losses.Loss):
    def __init__(self, q, **kw):
        super().__init__(**kw)
        self.q = q

    def call(self, y_true, y_pred):
        e = y_true - y_pred
        w = tf.where(e >= 0, self.q, self.q - 1.0)
        return tf.reduce_mean(w * e, axis=-1)

rng = np.random.default_rng(0)
X = rng.normal(size=(900, 8))
X[:, 5] = 4.0
y = (X[:, 0] * 2 - X[:, 1] + rng.normal(size=900)).astype('float32')[:, None]
mean, std = X[:700].mean(axis=0), X[:700].std(axis=0)
X = ((X - mean) / np.where(std == 0, 1, std)).astype('float32')
model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation='relu'), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), Pinball(0.9))
model.fit(X[:700], y[:700], validation_data=(X[700:], y[700:]), epochs=10, verbose=2)
