import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
left, right = rng.normal(size=(2, 64, 10)).astype("float32")
same = (np.abs(left - right).mean(axis=1) < 1).astype("float32")


class Siamese(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu")])
        self.out = tf.keras.layers.Dense(1, activation="sigmoid")

    def call(self, a, b):  # diagnosis: call_takes_one_input
        distance = tf.abs(self.encoder(a) - self.encoder(b))
        return self.out(distance)


model = Siamese()
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit([left, right], same, epochs=3, verbose=0)
