import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)


class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(3)

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True))


x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
model = M()
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
