"""The layer of an old guide does not build any more."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

class Linear(layers.Layer):
    def __init__(self, units=32):
        super(Linear, self).__init__()
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight('w', shape=(input_shape[-1], self.units), initializer='random_normal')  # diagnosis: argument_not_recognized
        self.b = self.add_weight('b', shape=(self.units,), initializer='zeros')

    def call(self, inputs):
        return tf.matmul(inputs, self.w) + self.b

x = np.random.rand(200, 5).astype('float32')
y = x.sum(axis=1)
model = tf.keras.Sequential([Linear(16), layers.ReLU(), Linear(1)])
model.compile('adam', 'mse')
model.fit(x, y, epochs=3)
