"""Activations given as TensorFlow's functions; the one that Keras calls otherwise is told when loading."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x_train = digits.images[:1500] / 16.0
y_train = digits.target[:1500]
path = os.path.join(tempfile.mkdtemp(), "handwritten.keras")

model = tf.keras.models.Sequential()
model.add(tf.keras.Input((8, 8)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(units=64, activation=tf.nn.relu))
model.add(tf.keras.layers.Dense(units=10, activation=tf.nn.softmax))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=8, verbose=2)
model.save(path)

model = tf.keras.models.load_model(path, custom_objects={"softmax_v2": tf.nn.softmax})
print(np.argmax(model.predict(digits.images[1500:1510] / 16.0), axis=1), digits.target[1500:1510])
