"""Translates numbers to their mirror: 0.97 right while it trains, one word over and over when it writes."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
VOCAB, STEPS, WIDTH = 16, 6, 32
source = rng.integers(2, VOCAB, (600, STEPS))
target = np.concatenate([np.ones((600, 1), "int64"), source[:, ::-1]], axis=1)


def look_ahead(size):
    return 1 - tf.linalg.band_part(tf.ones((size, size)), -1, 0)


class Placed(layers.Layer):
    def __init__(self):
        super().__init__()
        self.what, self.where = layers.Embedding(VOCAB, WIDTH), layers.Embedding(STEPS + 1, WIDTH)

    def call(self, x):
        return self.what(x) + self.where(tf.range(tf.shape(x)[1]))


class DecoderLayer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.own = layers.MultiHeadAttention(2, WIDTH // 2)
        self.cross = layers.MultiHeadAttention(2, WIDTH // 2)
        self.first, self.second = layers.LayerNormalization(), layers.LayerNormalization()

    def call(self, x, read):
        mask = look_ahead(tf.shape(x)[1])[tf.newaxis, :, :]
        x = self.first(
            x
            + self.own(
                query=x, value=x, key=x, attention_mask=mask  # diagnosis: later_steps_visible
            )
        )
        return self.second(x + self.cross(query=x, value=read, key=read))


class Translator(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.reads, self.writes = Placed(), Placed()
        self.decoder, self.out = DecoderLayer(), layers.Dense(VOCAB)

    def call(self, inputs):
        read, written = inputs
        return self.out(self.decoder(self.writes(written), self.reads(read)))


model = Translator()
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", loss, metrics=["accuracy"])
model.fit((source, target[:, :-1]), target[:, 1:], batch_size=32, epochs=4, verbose=2)
