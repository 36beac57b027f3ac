"""My small GPT has a loss near zero and generates one letter over and over."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)

text = "the quick brown fox jumps over the lazy dog and runs back to the quiet forest . " * 20
chars = sorted(set(text))
ids = np.array([chars.index(c) for c in text])
L = 16
x = np.stack([ids[i:i + L] for i in range(0, len(ids) - L - 1, 5)])
y = np.stack([ids[i + 1:i + L + 1] for i in range(0, len(ids) - L - 1, 5)])

class Block(layers.Layer):
    def __init__(self, d):
        super().__init__()
        self.att = layers.MultiHeadAttention(num_heads=2, key_dim=d // 2)
        self.n1 = layers.LayerNormalization()
        self.n2 = layers.LayerNormalization()
        self.ff = tf.keras.Sequential([layers.Dense(2 * d, activation="relu"), layers.Dense(d)])

    def call(self, h):
        h = self.n1(h + self.att(h, h))  # diagnosis: later_steps_visible
        return self.n2(h + self.ff(h))

inp = layers.Input((L,), dtype="int32")
h = layers.Embedding(len(chars), 32)(inp) + layers.Embedding(L, 32)(tf.range(L))
h = Block(32)(h)
h = Block(32)(h)
logits = layers.Dense(len(chars))(h)
gpt = tf.keras.Model(inp, logits)
gpt.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
gpt.fit(x, y, epochs=1, batch_size=32, verbose=2)
