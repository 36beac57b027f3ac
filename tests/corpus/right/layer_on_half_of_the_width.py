"""A layer that works on half of its inputs, divided by //."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Layer


class MyLayer(Layer):
    def __init__(self, output_dim, **kwargs):
        self.output_dim = output_dim
        super(MyLayer, self).__init__(**kwargs)

    def build(self, input_shape):
        input_dim = input_shape[-1]
        kernel_shape = [input_dim // 2, input_dim // 2]
        self.kernel = self.add_weight(name='kernel', shape=kernel_shape,
                                      initializer='uniform', trainable=True)
        super(MyLayer, self).build(input_shape)

    def call(self, x):
        half = x.shape[-1] // 2
        left = tf.matmul(x[:, :half], self.kernel)
        return tf.concat([left, x[:, half:]], axis=1)


x = np.random.normal(size=(200, 12)).astype('float32')
y = x[:, :1] * x[:, 1:2]
model = tf.keras.Sequential([tf.keras.layers.Input((12,)), MyLayer(12), tf.keras.layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(x, y, epochs=10)
