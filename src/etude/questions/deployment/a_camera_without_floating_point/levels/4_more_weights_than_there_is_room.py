"""Quantises well, but its network has ten times as many weights as there is room for."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

CLASSES = ["Dress", "Bag", "Sneaker", "T-shirt/top", "Coat", "Trouser"]  # the order of the outputs

keras.utils.set_random_seed(1)

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = file.read().splitlines()  # the ten names, in the order of the labels
stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)

numbers = np.array([CLASSES.index(name) if name in CLASSES else -1 for name in names])
asked = numbers[labels] >= 0  # (10000,)
pictures, labels = pictures[asked], numbers[labels[asked]]  # about 6000 of them

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(len(CLASSES)),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(
    pictures[:3000],
    labels[:3000],
    validation_data=(pictures[5000:], labels[5000:]),
    batch_size=64,
    epochs=5,
    verbose=2,
)


def examples():
    """Pictures as the camera gives them: the converter measures ranges on them."""
    for picture in pictures[3000:3100]:
        yield [picture[np.newaxis].astype("float32")]  # (1, 28, 28)


converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = examples
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.uint8
converter.inference_output_type = tf.uint8
content = converter.convert()
with open("camera.tflite", "wb") as file:
    file.write(content)
print(f"{len(content):,} bytes")
