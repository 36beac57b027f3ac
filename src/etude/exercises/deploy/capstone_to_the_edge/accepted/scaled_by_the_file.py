"""Trains a small network on pictures of clothes, and quantises it for a device."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
# A byte of the file's input then stands for a 255th: its scale does the division.
pictures, labels = stored["images"] / np.float32(255), stored["labels"]

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Reshape((28, 28, 1)),
    layers.Conv2D(16, 3, strides=2, activation="relu"),  # (B, 13, 13, 16)
    layers.Conv2D(32, 3, strides=2, activation="relu"),  # (B, 6, 6, 32)
    layers.Flatten(),
    layers.Dense(10),
])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer=keras.optimizers.Adam(0.002), loss=loss, metrics=["accuracy"])
model.fit(
    pictures[:5000],
    labels[:5000],
    batch_size=64,
    epochs=4,
    validation_data=(pictures[9000:], labels[9000:]),
    verbose=2,
)


def examples():
    for picture in pictures[9000:9200]:
        yield [picture[np.newaxis].astype("float32")]  # (1, 28, 28), as the model takes them


converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = examples
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.uint8
converter.inference_output_type = tf.uint8
content = converter.convert()
with open("edge.tflite", "wb") as file:
    file.write(content)
print(f"{len(content):,} bytes")
