"""super().build() without the shape, as an old thread has it."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Layer, Dense, Flatten


class MyLayer(Layer):
    def __init__(self, output_dim, context_size, **kwargs):
        super(MyLayer, self).__init__(**kwargs)
        self.output_dim = output_dim
        self.context_size = context_size

    def build(self, input_shape):
        input_dim = input_shape[1]
        self.W_vec = self.add_weight(name='W_vec', shape=(self.context_size, input_dim, self.output_dim))
        super(MyLayer, self).build()  # diagnosis: argument_left_out

    def call(self, x):
        return tf.einsum('bi,cio->bco', x, self.W_vec)


x = np.random.normal(size=(100, 8)).astype('float32')
y = np.random.normal(size=(100, 1)).astype('float32')
model = tf.keras.Sequential([tf.keras.layers.Input((8,)), MyLayer(4, 3), Flatten(), Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(x, y, epochs=1)
