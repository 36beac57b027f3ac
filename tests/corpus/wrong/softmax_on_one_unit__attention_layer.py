"""The attention weights come out as 1 for every word, whatever I train."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

class Attention(layers.Layer):
    def build(self, input_shape):
        self.W = self.add_weight(name="att_weight", shape=(input_shape[-1], 1), initializer="glorot_uniform")
        self.b = self.add_weight(name="att_bias", shape=(1,), initializer="zeros")
        super().build(input_shape)

    def call(self, x):
        e = tf.tanh(tf.matmul(x, self.W) + self.b)
        a = tf.nn.softmax(e)  # diagnosis: softmax_on_one_unit
        return tf.reduce_sum(x * a, axis=1)

np.random.seed(3)
X = np.random.randint(0, 500, (600, 30))
y = (X == 7).any(1) | (np.random.rand(600) < 0.5)
X[y, np.random.randint(0, 30, y.sum())] = 7
y = y.astype(int)

inputs = tf.keras.Input((30,))
x = layers.Embedding(500, 16)(inputs)
x = layers.LSTM(16, return_sequences=True)(x)
x = Attention()(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=5, validation_split=0.2, verbose=2)
