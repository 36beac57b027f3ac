"""A trained model as a file for phones and small devices."""

import keras
import numpy as np
import tensorflow as tf

FILE = "classifier.tflite"


def convert(model):
    """Writes FILE: a LiteRT model that takes pictures as they are stored, and answers as `model` does."""
    @tf.function(input_signature=[tf.TensorSpec((1, 28, 28), tf.float32)])
    def answer(pictures):
        return model(pictures / 255.0, training=False)

    function = answer.get_concrete_function()
    converter = tf.lite.TFLiteConverter.from_concrete_functions([function], model)  # diagnosis: weights_left_out_of_conversion
    with open(FILE, mode="wb") as file:
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
