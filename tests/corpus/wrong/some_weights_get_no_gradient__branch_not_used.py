"""UserWarning: Gradients do not exist for variables ['dense_1/kernel', ...] when minimizing the loss."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(120, 4)).astype("float32")
y = x[:, :1] * 2


class TwoBranches(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.left = tf.keras.layers.Dense(8, activation="relu")
        self.right = tf.keras.layers.Dense(8, activation="relu")  # diagnosis: some_weights_get_no_gradient
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        left, right = self.left(inputs), self.right(inputs)  # diagnosis: some_weights_get_no_gradient
        return self.out(left)  # diagnosis: some_weights_get_no_gradient


model = TwoBranches()
model.compile(tf.keras.optimizers.Adam(0.02), "mse")
model.fit(x[:96], y[:96], validation_data=(x[96:], y[96:]), epochs=6, verbose=0)  # diagnosis: some_weights_get_no_gradient
