"""Trains a small network on pictures of clothes, and quantises it for a device."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)

pixels = keras.Input((28, 28), name="pixels")
x = layers.Rescaling(1 / 127.5, offset=-1)(pixels)
x = keras.ops.expand_dims(x, -1)
x = layers.Conv2D(12, 3, strides=2, activation="relu")(x)
x = layers.Conv2D(24, 3, activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
x = layers.Dropout(0.1)(x)
model = keras.Model(pixels, layers.Dense(10)(x))
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer=keras.optimizers.Adam(0.002), loss=loss, metrics=["accuracy"])
model.fit(
    pictures[:6000],
    labels[:6000],
    batch_size=64,
    epochs=4,
    validation_split=0.1,
    verbose=2,
)


def examples():
    for picture in pictures[9000:9200]:
        yield [picture[np.newaxis].astype("float32")]  # (1, 28, 28), as the model takes them


model.export("edge", verbose=False)
converter = tf.lite.TFLiteConverter.from_saved_model("edge")
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = examples
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.uint8
converter.inference_output_type = tf.uint8
content = converter.convert()
with open("edge.tflite", "wb") as file:
    file.write(content)
print(f"{len(content):,} bytes")
