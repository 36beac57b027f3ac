import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 10)).astype("float32"); k = rng.integers(0, 10, 300)
y = keras.utils.to_categorical(k, 10)
model = keras.Sequential([keras.Input((10,)), layers.Dense(32, activation="relu"), layers.Dense(10, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])  # diagnosis: binary_loss_for_exclusive_classes
model.fit(x, y, epochs=4, verbose=0)
