import numpy as np
import tensorflow as tf

x = np.random.rand(600, 6).astype("float32")
y = (x.sum(axis=1, keepdims=True) ** 2).astype("float32")


class Stack(tf.keras.layers.Layer):
    def __init__(self, units, depth):
        super().__init__()
        self.kernels = []
        for i in range(depth):
            self.kernels.append(tf.Variable(tf.random.normal((units, units), stddev=0.3), trainable=True))  # diagnosis: variable_not_tracked

    def call(self, inputs):
        h = inputs
        for kernel in self.kernels:
            h = tf.nn.relu(tf.matmul(h, kernel))
        return h


model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    Stack(6, 3),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=2, verbose=2)
print(len(model.trainable_variables))
