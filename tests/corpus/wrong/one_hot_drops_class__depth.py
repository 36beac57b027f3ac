import numpy as np
import tensorflow as tf
import keras
from keras import layers
rng = np.random.default_rng(0)
x = rng.normal(size=(600, 8)).astype("float32")
w = rng.normal(size=(8, 3))
y = (x @ w).argmax(1)

y = np.arange(600) % 10
labels = tf.one_hot(y, depth=9)  # diagnosis: one_hot_drops_class
model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(9, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(x, labels, epochs=3, verbose=0)
