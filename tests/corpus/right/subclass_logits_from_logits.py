import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)


class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(16, activation="relu")
        self.out = layers.Dense(3)

    def call(self, x):
        return self.out(self.hidden(x))


x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
model = M()
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, verbose=0)
