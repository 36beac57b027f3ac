"""One batch is taken, kept and learned by heart; and a part of fixed order is repeated."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
x = rng.normal(size=(400, 12)).astype("float32")
y = (x[:, 0] > 0).astype("int32")

data = tf.data.Dataset.from_tensor_slices((x, y))
one_batch = data.shuffle(400).batch(16).take(1).cache().repeat()
fixed = data.shuffle(400, seed=1, reshuffle_each_iteration=False)
training = fixed.take(320).shuffle(320).repeat().batch(32)
held_back = fixed.skip(320).batch(32)


def network():
    layers = [keras.Input((12,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")]
    model = keras.Sequential(layers)
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    return model


network().fit(one_batch, steps_per_epoch=10, epochs=5, verbose=0)
network().fit(training, steps_per_epoch=10, epochs=8, validation_data=held_back, verbose=2)
