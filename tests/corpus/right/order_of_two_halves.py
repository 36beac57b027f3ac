"""A transformer block of its own that tells which half of a row is larger."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

@tf.keras.utils.register_keras_serializable()
class TransformerBlock(layers.Layer):
    def __init__(self, dim, heads, ff, **kw):
        super().__init__(**kw)
        self.dim, self.heads, self.ff = dim, heads, ff
        self.att = layers.MultiHeadAttention(num_heads=heads, key_dim=dim)
        self.ffn = tf.keras.Sequential([layers.Dense(ff, activation="relu"), layers.Dense(dim)])
        self.n1, self.n2 = layers.LayerNormalization(), layers.LayerNormalization()

    def call(self, x):
        x = self.n1(x + self.att(x, x))
        return self.n2(x + self.ffn(x))

    def get_config(self):
        return {**super().get_config(), "dim": self.dim, "heads": self.heads, "ff": self.ff}

class Positions(layers.Layer):
    def __init__(self, maxlen, vocab, dim):
        super().__init__()
        self.t = layers.Embedding(vocab, dim)
        self.p = layers.Embedding(maxlen, dim)

    def call(self, x):
        return self.t(x) + self.p(tf.range(tf.shape(x)[-1]))

rng = np.random.RandomState(31)
X = rng.randint(1, 30, (2000, 16))
y = (X[:, :8].sum(1) > X[:, 8:].sum(1)).astype(int)
inp = layers.Input((16,))
h = Positions(16, 30, 16)(inp)
h = TransformerBlock(16, 2, 32)(h)
h = layers.GlobalAveragePooling1D()(h)
h = layers.Dropout(0.1)(h)
out = layers.Dense(2, activation="softmax")(h)
model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, batch_size=64, epochs=8, validation_split=0.2, verbose=2)
