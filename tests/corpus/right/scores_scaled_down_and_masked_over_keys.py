"""Scores (batch, queries, keys) with a softmax over the keys, padding masked out."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
x = np.zeros((300, 14), "int32")
y = np.zeros(300, "int32")
for i in range(300):
    n = rng.integers(4, 12)
    x[i, :n] = rng.integers(2, 30, n)
    y[i] = int((x[i] == 7).any() or (x[i] == 9).any() or (x[i] == 12).any())


class SelfAttention(keras.layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.supports_masking = True
        self.query, self.key, self.value = (keras.layers.Dense(width) for _ in range(3))

    def call(self, h, mask=None):
        scores = tf.matmul(self.query(h), self.key(h), transpose_b=True) / 4.0
        if mask is not None:
            scores += tf.where(mask[:, None, :], 0.0, -1e9)
        return tf.matmul(tf.nn.softmax(scores, axis=2), self.value(h))


inputs = keras.Input((14,), dtype="int32")
h = keras.layers.Embedding(30, 16, mask_zero=True)(inputs)
h = SelfAttention(16)(h)
h = keras.layers.GlobalAveragePooling1D()(h)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=8, verbose=0)
