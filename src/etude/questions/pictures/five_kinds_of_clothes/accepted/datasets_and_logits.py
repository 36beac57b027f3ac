"""tf.data, logits, a network of dense layers, and the best of several epochs."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(3)
CLASSES = ["Shirt", "Sandal", "Bag", "Pullover", "Coat"]

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = [line.strip() for line in file]
stored = np.load("data/fashion_mnist/train.npz")
chosen = [names.index(name) for name in CLASSES]
rows = np.flatnonzero(np.isin(stored["labels"], chosen))
pictures = stored["images"][rows].astype("float32")[..., np.newaxis]  # (rows, 28, 28, 1)
labels = np.array([chosen.index(label) for label in stored["labels"][rows]])

everything = tf.data.Dataset.from_tensor_slices((pictures, labels))
validation = everything.take(800).batch(400).cache()
training = everything.skip(800).take(3000).cache().shuffle(5000, seed=1).batch(64).prefetch(2)

inputs = keras.Input((28, 28, 1))
x = layers.Rescaling(1 / 127.5, offset=-1)(inputs)
x = layers.Flatten()(x)
x = layers.Dense(128, activation="relu")(x)
x = layers.Dropout(0.3)(x)
x = layers.Dense(64, activation="relu")(x)
model = keras.Model(inputs, layers.Dense(5)(x))
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
stop = keras.callbacks.EarlyStopping(
    monitor="val_accuracy", patience=4, restore_best_weights=True
)
model.fit(training, validation_data=validation, epochs=8, callbacks=[stop], verbose=0)
model.save("clothes.keras")
