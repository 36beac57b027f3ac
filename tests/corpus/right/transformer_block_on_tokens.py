"""A transformer block with positions."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

class TransformerBlock(layers.Layer):
    def __init__(self, dim, heads, ff, rate=0.1):
        super().__init__()
        self.att = layers.MultiHeadAttention(num_heads=heads, key_dim=dim)
        self.ffn = keras.Sequential([layers.Dense(ff, activation="relu"), layers.Dense(dim)])
        self.n1, self.n2 = layers.LayerNormalization(epsilon=1e-6), layers.LayerNormalization(epsilon=1e-6)
        self.d1, self.d2 = layers.Dropout(rate), layers.Dropout(rate)
    def call(self, x, training=False):
        a = self.d1(self.att(x, x), training=training)
        x = self.n1(x + a)
        return self.n2(x + self.d2(self.ffn(x), training=training))

class TokenAndPosition(layers.Layer):
    def __init__(self, maxlen, vocab, dim):
        super().__init__()
        self.tok, self.pos = layers.Embedding(vocab, dim), layers.Embedding(maxlen, dim)
    def call(self, x):
        return self.tok(x) + self.pos(tf.range(tf.shape(x)[-1]))

rng = np.random.default_rng(0)
X = rng.integers(4, 200, (800, 16))
y = rng.integers(0, 2, 800)
X[y == 1, rng.integers(0, 16, y.sum())] = 3
inp = layers.Input((16,))
x = TokenAndPosition(16, 200, 16)(inp)
x = TransformerBlock(16, 2, 32)(x)
x = layers.GlobalMaxPooling1D()(x)
out = layers.Dense(2, activation="softmax")(layers.Dropout(0.1)(x))
model = keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X[:640], y[:640], batch_size=32, epochs=6, validation_data=(X[640:], y[640:]), verbose=2)
