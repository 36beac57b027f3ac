"""Accuracy 0.28 with three classes; is something wrong with my subclass?"""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(3)
        self.hidden = layers.Dense(16, activation="relu")

    def call(self, inputs):
        return self.out(self.hidden(inputs))


model = Net()
loss = keras.losses.SparseCategoricalCrossentropy()  # diagnosis: logits_without_from_logits
model.compile("adam", loss, metrics=["accuracy"])
model.fit(x, np.arange(64) % 3, verbose=0)
