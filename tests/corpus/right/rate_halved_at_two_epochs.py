"""A schedule that keeps the rate of now under another name and halves it at two epochs alone."""
import keras
import numpy as np
from keras.callbacks import LearningRateScheduler

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
x = rng.normal(size=(256, 5)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("float32")


def step_decay(epoch, lr):
    rate_now = lr
    if epoch in (10, 16):
        return rate_now * 0.5
    return rate_now


model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.SGD(0.2, momentum=0.9), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], y[:200], epochs=20, batch_size=32, callbacks=[LearningRateScheduler(step_decay)],
          validation_data=(x[200:], y[200:]), verbose=0)
print(model.evaluate(x[200:], y[200:], verbose=0))
