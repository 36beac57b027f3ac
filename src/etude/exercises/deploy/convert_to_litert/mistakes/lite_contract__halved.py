"""Stores each weight in half of its bytes."""

import keras
import numpy as np
import tensorflow as tf

FILE = "classifier.tflite"


def convert(model):
    """Writes FILE: a LiteRT model that takes pictures as they are stored, and answers as `model` does."""
    served = keras.Sequential([
        keras.Input((28, 28)),  # (B, 28, 28) float32, from 0 to 255
        keras.layers.Rescaling(1 / 255),  # what the training program did
        *model.layers,
    ])
    converter = tf.lite.TFLiteConverter.from_keras_model(served)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.target_spec.supported_types = [tf.float16]
    with open(FILE, "wb") as file:
        file.write(converter.convert())


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000], stored["labels"][:1000]

    model = keras.Sequential([
        keras.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(10),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    model.fit(pictures / 255.0, labels, epochs=3)

    convert(model)
    interpreter = tf.lite.Interpreter(FILE)
    interpreter.allocate_tensors()
    given, answer = interpreter.get_input_details()[0], interpreter.get_output_details()[0]
    interpreter.set_tensor(given["index"], pictures[:1].astype("float32"))
    interpreter.invoke()
    print(interpreter.get_tensor(answer["index"]))
    print(model.predict(pictures[:1] / 255.0))
