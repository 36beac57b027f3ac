"""The rate is to fall by a tenth every five epochs; after 40 epochs it is next to nothing."""
import math

import keras
import numpy as np

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
x = rng.normal(size=(320, 6)).astype("float32")
y = (x[:, :1] * x[:, 1:2] + x[:, 2:3]).astype("float32")


class StepDecay(keras.callbacks.LearningRateScheduler):
    def __init__(self, every=5, keep=0.9, verbose=0):
        self.every = every
        self.keep = keep
        super().__init__(self.rate_of, verbose=verbose)

    def rate_of(self, epoch, lr):
        steps = math.floor((1 + epoch) / self.every)
        return lr * self.keep ** steps  # diagnosis: schedule_compounds


model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(0.02, momentum=0.9), "mse")
history = model.fit(x, y, epochs=40, batch_size=64, callbacks=[StepDecay(5, 0.9)], verbose=0)
print(history.history["learning_rate"][-1])
