"""Examples are drawn for ever; the repeat below them has nothing to repeat, so shuffling afterwards mixes no passes."""

import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)


def draws():
    while True:
        terms = rng.normal(size=(16, 4)).astype("float32")
        yield terms, terms.sum(axis=1, keepdims=True)


signature = (tf.TensorSpec((16, 4), tf.float32), tf.TensorSpec((16, 1), tf.float32))
sums = tf.data.Dataset.from_generator(draws, output_signature=signature)
sums = sums.repeat().unbatch().shuffle(64).batch(16).prefetch(1)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), "mse")
model.fit(sums, epochs=4, steps_per_epoch=30, verbose=0)
print(model.evaluate(sums.take(5), verbose=0))
