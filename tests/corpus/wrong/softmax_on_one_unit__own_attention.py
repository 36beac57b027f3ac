"""My attention layer gives the same weight to every word."""
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

    def call(self, hidden):
        score = self.V(self.W(hidden))          # (batch, time, 1)
        alpha = tf.nn.softmax(score)  # diagnosis: softmax_on_one_unit
        context = tf.reduce_sum(alpha * hidden, axis=1)
        return context

rng = np.random.RandomState(0)
X = rng.randint(1, 50, (1200, 25))
y = (X == 7).any(axis=1).astype(int)

inp = Input((25,))
e = Embedding(50, 16)(inp)
h = LSTM(16, return_sequences=True)(e)
c = Attention()(h)
o = Dense(1, activation='sigmoid')(c)
model = Model(inp, o)
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=4, batch_size=64, validation_split=0.2, verbose=2)
