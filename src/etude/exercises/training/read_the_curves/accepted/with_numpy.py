"""NumPy finds the epoch and asks for NaN."""

import keras
import numpy as np
from keras import layers


def read_curves(history):
    """What is the matter with a training: "diverging", "overfitting", "underfitting" or "fine"."""
    loss, val_loss = np.array(history["loss"]), np.array(history["val_loss"])
    lowest = val_loss.argmin()
    if not np.isfinite(loss).all() or loss[-1] > loss[0]:
        word = "diverging"
    elif val_loss[-1] / val_loss[lowest] >= 1.1 and loss[-1] < loss[lowest]:
        word = "overfitting"
    elif loss[-1] / loss[-4] <= 0.9:
        word = "underfitting"
    else:
        word = "fine"
    return word


keras.utils.set_random_seed(1)
inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
training = model.fit(inputs, 3 * inputs, validation_split=0.25, epochs=6, verbose=0)

if __name__ == "__main__":
    print("loss:    ", [round(value, 2) for value in training.history["loss"]])
    print("val_loss:", [round(value, 2) for value in training.history["val_loss"]])
    print(read_curves(training.history))
