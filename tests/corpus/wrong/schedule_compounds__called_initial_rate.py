"""The rate keeps 80 percent of what it began with after every four epochs, or so the formula says."""
import math

import keras
import numpy as np
from keras.callbacks import LearningRateScheduler

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
x = rng.normal(size=(256, 5)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("float32")


def step_decay(epoch, lr):
    start_rate = lr
    times = math.floor((1 + epoch) / 4)
    if times >= 1:
        return start_rate * math.pow(0.8, times)  # diagnosis: schedule_compounds
    return start_rate


model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.SGD(0.2, momentum=0.9), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, epochs=24, batch_size=32, callbacks=[LearningRateScheduler(step_decay)], verbose=0)
print(history.history["learning_rate"][-1], history.history["accuracy"][-1])
