"""Attention of its own over the steps of a text, with a mask."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Layer, Input, Embedding, LSTM, Dense
from tensorflow.keras.models import Model

tf.keras.utils.set_random_seed(0)

class Attention(Layer):
    def __init__(self, units=16, **kw):
        super().__init__(**kw)
        self.W = Dense(units, activation='tanh')
        self.V = Dense(1)
        self.supports_masking = True
    def call(self, hidden, mask=None):
        score = self.V(self.W(hidden))
        if mask is not None:
            score += (1.0 - tf.cast(mask, tf.float32)[..., None]) * -1e9
        alpha = tf.nn.softmax(score, axis=1)
        return tf.reduce_sum(alpha * hidden, axis=1)
    def compute_mask(self, inputs, mask=None):
        return None

rng = np.random.RandomState(0)
X = rng.randint(1, 30, (1500, 12))
y = (X == 7).any(axis=1).astype(int)
inp = Input((12,))
e = Embedding(30, 16, mask_zero=True)(inp)
c = Attention()(LSTM(16, return_sequences=True)(e))
model = Model(inp, Dense(1, activation='sigmoid')(c))
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=5, batch_size=64, validation_split=0.2, verbose=2)
