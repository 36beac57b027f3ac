"""A metric of my own, made by a function: expected metric, received None."""
import keras
import numpy as np

rng = np.random.default_rng(22)
x = rng.normal(size=(100, 3)).astype("float32")
y = x @ np.array([[2.0], [-1.0], [0.5]], dtype="float32")


def within(limit):  # diagnosis: function_gives_nothing
    def share_within(y_true, y_pred):
        return keras.ops.mean(keras.ops.cast(keras.ops.abs(y_true - y_pred) < limit, "float32"))


model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=[within(0.5)])
model.fit(x, y, epochs=4, verbose=2)
