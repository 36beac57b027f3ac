import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(13)
rng = np.random.default_rng(13)
x = rng.normal(size=(600, 6)).astype("float32")
y = np.stack([x[:, 0] + x[:, 1], x[:, 2] - x[:, 3], x[:, 4]], axis=1)


def squares(y_true, y_pred):
    total = ops.sum(ops.square(y_true - y_pred), axis=-1)
    return ops.sum(total) / ops.cast(ops.shape(y_true)[0], "float32")


model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(3)])
model.compile(keras.optimizers.Adam(0.01), squares)
model.fit(x, y, epochs=30, batch_size=32, validation_split=0.2, verbose=0)
