"""Training loss is huge and the accuracy on training data far below validation. Dropout on the last layer?"""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 400)
x = (rng.normal(size=(400, 4)) + 2 * np.eye(4)[y]).astype("float32")
model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
    keras.layers.Dropout(0.5),  # diagnosis: dropout_on_output
])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=8, verbose=2)
