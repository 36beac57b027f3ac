"""A generator of points against a judge that tells them apart at once: the generator's loss begins high."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
ring = rng.uniform(0, 2 * np.pi, 960)
points = np.stack([4 + np.cos(ring), 4 + np.sin(ring)], axis=1).astype("float32")

maker = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(24, activation="selu"), tf.keras.layers.Dense(2)])
judge = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(48, activation="selu"), tf.keras.layers.Dense(1, activation="sigmoid")])
judge.compile(tf.keras.optimizers.RMSprop(0.004), "binary_crossentropy")
judge.trainable = False
both = tf.keras.Sequential([maker, judge])
both.compile(tf.keras.optimizers.RMSprop(0.002), "binary_crossentropy")

for rows in tf.data.Dataset.from_tensor_slices(points).shuffle(960).batch(32).repeat(3):
    made = maker(tf.random.normal((32, 4)))
    judge.trainable = True
    judge.train_on_batch(tf.concat([made, rows], 0), tf.constant([[0.0]] * 32 + [[1.0]] * 32))
    judge.trainable = False
    both.train_on_batch(tf.random.normal((32, 4)), tf.ones((32, 1)))
print(np.mean(maker(tf.random.normal((200, 4))), axis=0))
