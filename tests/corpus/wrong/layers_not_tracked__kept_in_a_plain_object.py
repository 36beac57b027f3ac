"""summary() shows only the last layer's parameters; training hardly changes anything."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
x = rng.normal(size=(300, 5)).astype("float32")
y = (x[:, :1] * x[:, 1:2] + np.sin(x[:, 2:3])).astype("float32")


class Stack:
    def __init__(self, sizes):
        self.layers = [layers.Dense(size, activation="tanh") for size in sizes]  # diagnosis: layers_not_tracked

    def __call__(self, h):
        for layer in self.layers:
            h = layer(h)
        return h


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.stack = Stack([32, 32])  # diagnosis: layers_not_tracked
        self.head = layers.Dense(1)

    def call(self, inputs):
        return self.head(self.stack(inputs))


model = Net()
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=6, verbose=2)
model.summary()
