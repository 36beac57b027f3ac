"""The validation curve freezes after 20 epochs since I added a small learning rate decay"""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(9)
x = rng.normal(size=(600, 12)).astype("float32")
y = np.argmax(x[:, :4] + 0.5 * x[:, 4:8], axis=1)


def decayed(epoch, lr):
    return float(max(lr * 0.97**epoch, 1e-12))  # diagnosis: schedule_compounds


model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(4, activation="softmax")])
model.compile(keras.optimizers.SGD(0.05), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=40, validation_split=0.2, callbacks=[keras.callbacks.LearningRateScheduler(decayed)], verbose=0)
