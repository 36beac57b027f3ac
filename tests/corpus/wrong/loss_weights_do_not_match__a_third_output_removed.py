"""One output was taken out again, now compile and fit disagree."""
import keras
import numpy as np

rng = np.random.default_rng(23)
x = rng.normal(size=(120, 5)).astype("float32")
price, rent = x[:, :1] * 2, x[:, 1:2] - x[:, 2:3]

inputs = keras.Input((5,))
hidden = keras.layers.Dense(16, activation="relu")(inputs)
outputs = [keras.layers.Dense(1, name="price")(hidden), keras.layers.Dense(1, name="rent")(hidden)]
model = keras.Model(inputs, outputs)
model.compile(
    optimizer="adam",
    loss=["mse", "mse"],
    loss_weights=[0.5, 0.3, 0.2],  # diagnosis: loss_weights_do_not_match
)
model.fit(x, [price, rent], epochs=3, verbose=2)
