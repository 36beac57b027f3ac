"""The loss of my subclassed model jumps about and never falls."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(2)
X = rng.normal(size=(640, 10)).astype("float32")
y = (X[:, 0] ** 2 + X[:, 1] ** 2 > 2).astype("float32")[:, None]

class MLP(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(1, activation="sigmoid")

    def call(self, x):
        x = layers.Dense(32, activation="relu")(x)  # diagnosis: layers_made_in_call
        x = layers.Dense(32, activation="relu")(x)
        return self.out(x)

net = MLP()
bce = tf.keras.losses.BinaryCrossentropy()
opt = tf.keras.optimizers.Adam(0.01)
for epoch in range(6):
    ls = []
    for i in range(0, 640, 64):
        with tf.GradientTape() as t:
            l = bce(y[i:i + 64], net(X[i:i + 64]))
        opt.apply_gradients(zip(t.gradient(l, net.trainable_variables), net.trainable_variables))
        ls.append(float(l))
    print("epoch", epoch, np.mean(ls))   # jumps around 0.7
net.summary()
