"""A loop of one's own with a cross-entropy of one's own: it takes the outputs first and is called so."""

import numpy as np
import tensorflow as tf

tf.random.set_seed(4)
rng = np.random.default_rng(4)
kinds = rng.integers(0, 3, 300)
leaves = (rng.normal(0, 0.5, (300, 5)) + 1.5 * np.eye(5)[kinds]).astype("float32")

kernel = tf.Variable(tf.random.normal((5, 3), stddev=0.1))
bias = tf.Variable(tf.zeros(3))
step = tf.keras.optimizers.SGD(0.5)


def chances(rows):
    return tf.nn.softmax(rows @ kernel + bias)


def entropy(pred, true):
    sure = tf.one_hot(true, 3)
    return -tf.reduce_mean(tf.reduce_sum(sure * tf.math.log(tf.clip_by_value(pred, 1e-9, 1.0)), axis=1))


for epoch in range(8):
    for rows, labels in tf.data.Dataset.from_tensor_slices((leaves, kinds)).shuffle(300).batch(30):
        with tf.GradientTape() as tape:
            given = chances(rows)
            loss = entropy(given, labels)
        gradients = tape.gradient(loss, [kernel, bias])
        step.apply_gradients(zip(gradients, [kernel, bias]))
print(float(loss), np.mean(chances(leaves).numpy().argmax(axis=1) == kinds))
