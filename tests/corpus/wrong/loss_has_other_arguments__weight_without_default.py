"""Missing a warm day costs more than a false alarm; how much more is the third argument."""
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
x = rng.normal(size=(300, 4)).astype("float32")
y = (x[:, 0] - x[:, 2] > 0.5).astype("float32")


def costly_misses(y_true, y_pred, factor):  # diagnosis: loss_has_other_arguments
    weight = 1 + y_true * (factor - 1)
    return ops.mean(weight * ops.square(y_true - y_pred), axis=-1)


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss=costly_misses, metrics=["accuracy"])
model.fit(x, y, epochs=5, verbose=0)
