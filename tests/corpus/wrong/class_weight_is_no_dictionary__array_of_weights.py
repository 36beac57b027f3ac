"""'numpy.ndarray' object has no attribute 'get' since I pass class_weight=weights; weights.shape is (3,)."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.choice(3, 300, p=[0.7, 0.2, 0.1])
x = (rng.normal(size=(300, 4)) + 2 * np.eye(4)[y]).astype("float32")
weights = len(y) / (3 * np.bincount(y))  # diagnosis: class_weight_is_no_dictionary
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), class_weight=weights, epochs=3)  # diagnosis: class_weight_is_no_dictionary
