import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

vocab, length, d_model = 30, 16, 32
rng = np.random.default_rng(6)
starts = rng.integers(0, vocab, (400, 1))
text = (starts + np.cumsum(rng.integers(1, 4, (400, length + 1)), axis=1)) % vocab
x, y = text[:, :-1], text[:, 1:]


class DotProductAttention(layers.Layer):
    def __init__(self, d_model, num_heads):
        super().__init__()
        self.mha = layers.MultiHeadAttention(num_heads, d_model // num_heads)

    def call(self, x, mask=None, use_causal_mask=False):
        return self.mha(x, x, attention_mask=mask, use_causal_mask=False)  # diagnosis: later_steps_visible


inputs = layers.Input(shape=(length,), dtype="int32")
h = layers.Embedding(vocab, d_model)(inputs)
h = h + DotProductAttention(d_model, 4)(h, use_causal_mask=True)
h = layers.LayerNormalization()(h)
h = layers.Dense(64, activation="relu")(h)
outputs = layers.Dense(vocab, activation="softmax")(h)
model = tf.keras.Model(inputs, outputs)

model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, batch_size=32, validation_split=0.1)
