"""Wants more than 10 per cent, where 10 per cent are enough."""

import math

import keras
import numpy as np
from keras import layers


def read_curves(history):
    """What is the matter with a training: "diverging", "overfitting", "underfitting" or "fine"."""
    loss, val_loss = history["loss"], history["val_loss"]
    if not all(map(math.isfinite, loss)) or loss[-1] > loss[0]:
        return "diverging"
    best = min(range(len(val_loss)), key=lambda epoch: val_loss[epoch])
    if val_loss[-1] > 1.1 * val_loss[best] and loss[-1] < loss[best]:
        return "overfitting"
    if loss[-1] <= 0.9 * loss[-4]:
        return "underfitting"
    return "fine"


keras.utils.set_random_seed(1)
inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
training = model.fit(inputs, 3 * inputs, validation_split=0.25, epochs=6, verbose=0)

if __name__ == "__main__":
    print("loss:    ", [round(value, 2) for value in training.history["loss"]])
    print("val_loss:", [round(value, 2) for value in training.history["val_loss"]])
    print(read_curves(training.history))
