# the same loss curve although every batch should get other weights?
import random

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
x = rng.normal(size=(400, 6)).astype("float32")
y = (x @ rng.normal(size=(6, 1))).astype("float32")


def one_of_two(y_true, y_pred):
    if random.random() > 0.5:  # diagnosis: python_random_in_map
        return tf.reduce_mean(tf.abs(y_true - y_pred))
    return 10 * tf.reduce_mean(tf.square(y_true - y_pred))


model = tf.keras.Sequential([tf.keras.Input((6,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=one_of_two)
model.fit(x, y, epochs=8, verbose=0)
