"""Photographs of any size, flattened."""
import tensorflow as tf
from tensorflow.keras import layers, models

model = models.Sequential()
model.add(layers.Input(shape=(None, None, 3)))
model.add(layers.Conv2D(16, 3, activation="relu"))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(4, activation="softmax"))  # diagnosis: features_not_counted
model.compile("adam", "sparse_categorical_crossentropy")
model.summary()
