"""Layer "functional" expects 2 named input(s), but it received 1 input. I give both, stacked."""
import keras
import numpy as np

rng = np.random.default_rng(0)
left, right = rng.normal(size=(2, 90, 5)).astype("float32")
same = (left[:, 0] * right[:, 0] > 0).astype("float32")
a, b = keras.Input((5,)), keras.Input((5,))
shared = keras.layers.Dense(8, activation="relu")
joined = keras.layers.Concatenate()([shared(a), shared(b)])
model = keras.Model([a, b], keras.layers.Dense(1, activation="sigmoid")(joined))
model.compile("adam", "binary_crossentropy")
model.fit(np.hstack([left, right]), same, epochs=2, validation_split=0.2)  # diagnosis: number_of_inputs_differs
