"""A layer learns two numbers and keeps a counter that is not trained."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

class ScaleShift(tf.keras.layers.Layer):
    def build(self, shape):
        self.alpha = self.add_weight(name="alpha", shape=(), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(), initializer="zeros")
        self.seen = tf.Variable(0, trainable=False, dtype=tf.int64)   # only for my own log
    def call(self, inputs):
        return self.alpha * inputs + self.beta

X = np.random.uniform(-1, 1, (1000, 1)).astype("float32")
inp = tf.keras.Input((1,))
model = tf.keras.Model(inp, ScaleShift()(inp))
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
model.fit(X, 2.5 * X - 0.7, epochs=5, batch_size=20, verbose=2)
