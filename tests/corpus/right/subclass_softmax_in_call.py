import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)


class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(3)
        self.hidden = layers.Dense(16, activation="relu")

    def call(self, x):
        return tf.nn.softmax(self.out(self.hidden(x)))


x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
model = M()
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
