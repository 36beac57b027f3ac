"""Makes the file small by a network that learns less."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:4000], stored["labels"][:4000]  # (4000, 28, 28) uint8, (4000,)

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Rescaling(1 / 255),
    layers.Flatten(),
    layers.Dense(12, activation="relu"),
    layers.Dense(10),
])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
model.fit(pictures, labels, batch_size=32, epochs=3, verbose=0)


def examples():
    """Pictures as the device will give them: the converter measures ranges on them."""
    for picture in pictures[:200]:
        yield [picture[np.newaxis].astype("float32")]  # (1, 28, 28), one array per input


converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.representative_dataset = examples
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
converter.inference_input_type = tf.uint8
converter.inference_output_type = tf.uint8
content = converter.convert()
with open("clothes.tflite", "wb") as file:
    file.write(content)
print(f"clothes.tflite has {len(content):,} bytes")
