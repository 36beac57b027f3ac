"""TypeError: Could not locate class 'Scale'. Make sure custom classes are decorated ... when loading in a new script."""
import subprocess
import sys

import keras
import numpy as np


class Scale(keras.layers.Layer):  # diagnosis: custom_class_not_registered
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],), initializer="ones")

    def call(self, inputs):
        return inputs * self.factor


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(100, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), Scale(), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), "mse")
model.fit(x[:80], x[:80, 0], validation_data=(x[80:], x[80:, 0]), epochs=10, verbose=0)
model.save("scaled.keras")

saved = Scale
del Scale  # as in the new script, where the class does not exist
loaded = keras.models.load_model("scaled.keras")  # diagnosis: custom_class_not_registered
print(loaded.predict(x[:2]))
