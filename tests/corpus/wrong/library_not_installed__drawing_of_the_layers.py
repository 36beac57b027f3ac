"""ImportError: You must install pydot - but keras is installed, and the model is made all right?"""
import keras
import numpy as np

lengths = np.random.default_rng(3).uniform(1, 9, (120, 2)).astype("float32")
areas = lengths[:, :1] * lengths[:, 1:]
model = keras.Sequential([
    keras.Input((2,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)
])
keras.utils.plot_model(model, to_file="layers.png", show_shapes=True)  # diagnosis: library_not_installed
model.compile("adam", "mse")
model.fit(lengths / 9, areas / 81, epochs=3)
