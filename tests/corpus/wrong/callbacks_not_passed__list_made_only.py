"""TensorBoard/checkpoint callbacks do nothing: no file is written."""
import os

import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (300, 2)).astype("float32")
y = x[:, 0] * x[:, 1]


def make_model():
    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(24, activation="tanh"),
        keras.layers.Dense(1),
    ])
    model.compile(keras.optimizers.Adam(0.02), "mse")
    return model


model = make_model()
my_callbacks = [
    keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True),  # diagnosis: callbacks_not_passed
    keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True),  # diagnosis: callbacks_not_passed
]  # diagnosis: callbacks_not_passed
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=15, verbose=0)  # diagnosis: callbacks_not_passed
print(os.path.exists("best.keras"))
