"""A table's columns are all inputs of the model; a list says which of them it looks at."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)

COLUMNS = ("length", "weight", "shade", "origin")
LOOKED_AT = ("length", "weight")

fish = {name: rng.normal(size=(300, 1)).astype("float32") for name in COLUMNS}
is_grown = (fish["length"][:, 0] + fish["weight"][:, 0] > 0).astype("float32")
training_data = tf.data.Dataset.from_tensor_slices((fish, is_grown)).shuffle(300).batch(30)

inputs = {name: keras.Input((1,), name=name) for name in COLUMNS}
seen = keras.layers.concatenate([inputs[name] for name in LOOKED_AT])
hidden = keras.layers.Dense(12, activation="relu")(seen)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(hidden))
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(training_data, epochs=8, verbose=0)
