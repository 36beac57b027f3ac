"""My encoder ends with the same Dense that it begins with. The second time Keras wants 20 numbers, and there are 12."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
rows = rng.normal(size=(200, 20)).astype("float32")

squeeze = keras.layers.Dense(12, activation="relu")
inputs = keras.Input((20,))
x = squeeze(inputs)
x = keras.layers.Dropout(0.1)(x)
code = squeeze(x)  # diagnosis: layer_called_on_other_sizes
model = keras.Model(inputs, keras.layers.Dense(20)(code))
model.compile("adam", "mse")
model.fit(rows, rows, epochs=2, verbose=2)
