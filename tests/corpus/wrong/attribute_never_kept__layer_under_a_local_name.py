# AttributeError: 'Ratings' object has no attribute 'hidden'
import tensorflow as tf
import numpy as np

tf.keras.utils.set_random_seed(3)
x = np.random.rand(200, 5).astype("float32")
y = x.sum(axis=1, keepdims=True)


class Ratings(tf.keras.Model):
    def __init__(self, units=16):
        super(Ratings, self).__init__()
        hidden = tf.keras.layers.Dense(units, activation="relu")  # diagnosis: attribute_never_kept
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        h = self.hidden(inputs)  # diagnosis: attribute_never_kept
        return self.out(h)


model = Ratings()
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=3, verbose=0)  # diagnosis: attribute_never_kept
