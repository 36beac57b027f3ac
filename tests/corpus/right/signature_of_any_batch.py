"""A step that is traced once for batches of any size, with methods that need no object and one that is caught."""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).normal(size=(100, 4)).astype("float32")
y = (x @ [[1.0], [2.0], [0.5], [-1.0]]).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(32)


class Line:
    def __init__(self, width):
        self.w = tf.Variable(tf.zeros((width, 1)))
        self.opt = tf.keras.optimizers.SGD(0.1)

    @staticmethod
    def loss(prediction, target):
        return tf.reduce_mean((prediction - target) ** 2)

    @tf.function(input_signature=[tf.TensorSpec((None, 4), tf.float32), tf.TensorSpec((None, 1), tf.float32)])
    def step(self, features, targets):
        with tf.GradientTape() as tape:
            loss = self.loss(features @ self.w, targets)
        self.opt.apply_gradients([(tape.gradient(loss, self.w), self.w)])
        return loss


line = Line(4)
try:
    line.loss(1, 2, 3)
except TypeError as error:
    print("as expected:", error)
for epoch in range(10):
    for features, targets in data:
        loss = line.step(features, targets)
print("loss", float(loss))
