"""Attention pooling: scores of shape (batch, steps, 1), the softmax runs over the steps."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
x = rng.normal(size=(300, 12, 6)).astype("float32")
y = np.zeros(300, "int32")
for i in range(300):
    y[i] = rng.integers(0, 3)
    x[i, rng.integers(0, 12), y[i]] += 5.0


class AttentionPooling(keras.layers.Layer):
    def __init__(self, **options):
        super().__init__(**options)
        self.hidden = keras.layers.Dense(16, activation="tanh")
        self.score = keras.layers.Dense(1)

    def call(self, h):
        weights = tf.nn.softmax(self.score(self.hidden(h)), axis=1)
        return tf.reduce_sum(weights * h, axis=1)


inputs = keras.Input((12, 6))
h = keras.layers.Dense(16, activation="relu")(inputs)
h = AttentionPooling()(h)
model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(h))
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=8, verbose=0)
