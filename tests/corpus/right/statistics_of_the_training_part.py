import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(40, 12, (500, 5)).astype("float32")
y = (x[:, 0] + x[:, 1] > 80).astype("float32")
x_train, x_test = x[:400], x[400:]
mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
x_train = (x_train - mean) / deviation
x_test = (x_test - mean) / deviation
model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")]
)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y[:400], epochs=15, verbose=0, validation_split=0.2)
print("test", model.evaluate(x_test, y[400:], verbose=0)[1])
classes = (model.predict(x_test, verbose=0)[:, 0] > 0.5).astype("float32")
print("by hand", np.mean(classes == y[400:]))
