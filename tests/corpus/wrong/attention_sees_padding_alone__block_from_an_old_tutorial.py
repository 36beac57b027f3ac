"""My block of attention makes no difference; without it the reviews are told apart just as badly."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
VOCAB, LENGTH = 60, 16


def reviews(n):
    """"not" turns round what stands before the first word of praise or blame."""
    x = np.zeros((n, LENGTH), "int32")
    y = rng.integers(0, 2, n)
    for row, label in zip(x, y):
        words = rng.integers(12, VOCAB, rng.integers(6, LENGTH - 2))
        turned = rng.random() < 0.5
        words[rng.integers(0, len(words))] = 2 + (label ^ turned) * 4 + rng.integers(0, 4)
        words = np.append(words, 1) if turned else words
        row[: len(words)] = words
    return x, y


def create_padding_mask(seq):
    seq = tf.cast(tf.math.equal(seq, 0), tf.float32)
    return seq[:, tf.newaxis, tf.newaxis, :]


class Encoder(layers.Layer):
    def __init__(self, width=32):
        super().__init__()
        self.words, self.places = layers.Embedding(VOCAB, width), layers.Embedding(LENGTH, width)
        self.mha = layers.MultiHeadAttention(num_heads=2, key_dim=width // 2)
        self.norm = layers.LayerNormalization()

    def call(self, tokens):
        padding_mask = create_padding_mask(tokens)
        x = self.words(tokens) + self.places(tf.range(LENGTH))
        seen = self.mha(x, x, attention_mask=padding_mask)  # diagnosis: attention_sees_padding_alone
        return self.norm(x + seen)


x_train, y_train = reviews(2000)
x_test, y_test = reviews(400)
inputs = tf.keras.Input((LENGTH,), dtype="int32")
outputs = layers.Dense(1, activation="sigmoid")(layers.Lambda(lambda h: h[:, 0])(Encoder()(inputs)))
model = tf.keras.Model(inputs, outputs)
model.compile(tf.keras.optimizers.Adam(0.003), "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=12, batch_size=64, validation_data=(x_test, y_test), verbose=2)
