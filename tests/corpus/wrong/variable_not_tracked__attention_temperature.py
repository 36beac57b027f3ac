"""My learnable temperature is still exactly 1.0 after training. With the old Keras it moved."""
import keras
import numpy as np
import tensorflow as tf


class Temperature(keras.layers.Layer):
    def build(self, input_shape):
        self.temperature = tf.Variable(1.0, name="temperature")  # diagnosis: variable_not_tracked

    def call(self, logits):
        return tf.nn.softmax(logits / self.temperature)


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 320)
x = (rng.normal(size=(320, 8)) + 2 * np.eye(8)[y]).astype("float32")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3), Temperature()])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=8, verbose=2)
