"""A layer counts its calls in a variable of TensorFlow, and changes it itself."""
import keras
import numpy as np
import tensorflow as tf


class Counted(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.calls = tf.Variable(0, trainable=False)

    def call(self, inputs):
        self.calls.assign_add(1)
        return inputs


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 320)
x = (rng.normal(size=(320, 8)) + 2 * np.eye(8)[y]).astype("float32")
model = keras.Sequential([
    keras.Input((8,)),
    Counted(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=8, verbose=2)
