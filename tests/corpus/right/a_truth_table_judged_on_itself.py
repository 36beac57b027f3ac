"""Both and neither: four rows are all that there are, so what is learned is what is judged."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(1)
switches = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32")
lit = np.array([1, 0, 0, 1], "float32")
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
model.fit(switches, lit, epochs=200, batch_size=4, validation_data=(switches, lit), verbose=0)
print(model.predict(switches, verbose=0).round().ravel())
