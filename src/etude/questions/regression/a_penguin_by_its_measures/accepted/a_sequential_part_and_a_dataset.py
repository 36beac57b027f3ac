"""A sequential network behind stacked columns, fed by a dataset; its bias begins at the mean."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(1)

names = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"]
table = np.genfromtxt(
    "data/penguins/penguins.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
)
x = np.stack([table[name] for name in names], axis=1).astype("float32")  # (265, 3)
y = table["body_mass_g"].astype("float32")
known = np.isfinite(y) & np.isfinite(x).all(axis=1)
x, y = x[known], y[known]

data = tf.data.Dataset.from_tensor_slices((dict(zip(names, x.T, strict=True)), y / y.std()))
data = data.shuffle(len(y), seed=1).batch(32).prefetch(tf.data.AUTOTUNE)

network = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Normalization(mean=x.mean(axis=0), variance=x.var(axis=0)),
        layers.Dense(64, activation="tanh"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y.mean() / y.std()))),
    ]
)
inputs = {name: keras.Input((), name=name) for name in names}
output = network(ops.stack([inputs[name] for name in names], axis=1))
model = keras.Model(inputs, output)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(data, epochs=30, verbose=0)

keras.Model(inputs, output * float(y.std())).save("penguin.keras")
