"""Means of squares and two small dense layers, quantised from a SavedModel."""

import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(2)
CLASSES = ["Dress", "Bag", "Sneaker", "T-shirt/top", "Coat", "Trouser"]

names = pathlib.Path("data/fashion_mnist/classes.txt").read_text(encoding="utf-8").split("\n")
stored = np.load("data/fashion_mnist/train.npz")
chosen = [names.index(name) for name in CLASSES]
rows = np.flatnonzero(np.isin(stored["labels"], chosen))[:3600]
pictures = stored["images"][rows].astype("float32")  # (rows, 28, 28) from 0 to 255
labels = np.array([chosen.index(label) for label in stored["labels"][rows]])

inputs = keras.Input((28, 28))
x = layers.Reshape((28, 28, 1))(inputs)
x = layers.AveragePooling2D(2)(x)
x = layers.Flatten()(layers.Rescaling(1 / 255)(x))  # (B, 196)
x = layers.Dense(40, activation="relu")(x)
outputs = layers.Dense(len(CLASSES), activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy")
model.fit(pictures, labels, validation_split=0.1, batch_size=64, epochs=8, verbose=0)
model.export("exported", verbose=False)

converter = tf.lite.TFLiteConverter.from_saved_model("exported")
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = lambda: ([row[np.newaxis]] for row in pictures[:100])
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = converter.inference_output_type = tf.uint8
pathlib.Path("camera.tflite").write_bytes(converter.convert())
