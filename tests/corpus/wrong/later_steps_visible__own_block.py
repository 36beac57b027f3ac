"""Character model: training loss nearly 0, but the text it writes is garbage."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(8)
text = "the cat sat on the mat and the dog sat on the log " * 12
chars = sorted(set(text))
ids = np.array([chars.index(c) for c in text], "int32")
steps = 16
starts = range(0, len(ids) - steps - 1, 2)
x = np.stack([ids[s:s + steps] for s in starts])
y = np.stack([ids[s + 1:s + steps + 1] for s in starts])


class Block(layers.Layer):
    def __init__(self, width, heads):
        super().__init__()
        self.attention = layers.MultiHeadAttention(heads, width // heads)
        self.feed = tf.keras.Sequential([layers.Dense(2 * width, activation="relu"), layers.Dense(width)])
        self.norm1, self.norm2 = layers.LayerNormalization(), layers.LayerNormalization()

    def call(self, h):
        h = self.norm1(h + self.attention(h, h))  # diagnosis: later_steps_visible
        return self.norm2(h + self.feed(h))


inputs = layers.Input((steps,), dtype="int32")
h = layers.Embedding(len(chars), 32)(inputs) + layers.Embedding(steps, 32)(tf.range(steps))
h = Block(32, 2)(h)  # diagnosis: later_steps_visible
h = Block(32, 2)(h)
model = tf.keras.Model(inputs, layers.Dense(len(chars))(h))
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=4, batch_size=32, verbose=2)
