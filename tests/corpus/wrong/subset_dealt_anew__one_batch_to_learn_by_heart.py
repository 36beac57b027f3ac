"""A network should overfit a single batch, they say. Mine does not: its loss stays where it was, for fifty epochs."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
x = rng.normal(size=(2000, 12)).astype("float32")
y = rng.integers(0, 2, 2000)

data = tf.data.Dataset.from_tensor_slices((x, y))
data = data.shuffle(2000).batch(16)  # diagnosis: subset_dealt_anew
one_batch = data.take(1).repeat()

model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(one_batch, steps_per_epoch=10, epochs=10, verbose=2)
