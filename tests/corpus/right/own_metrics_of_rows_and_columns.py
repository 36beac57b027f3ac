"""Two metrics of my own: hits of the largest share, and the correlation of a column with a column"""
import numpy as np
import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
rows = rng.normal(size=(900, 6)).astype("float32")
grade = np.digitize(rows[:, 0] + 0.5 * rows[:, 1], [-0.5, 0.5])
price = (rows @ np.array([1, -2, 0.5, 0, 0, 1], "float32"))[:, None]


class Hits(keras.metrics.Metric):
    def __init__(self, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.right = self.add_weight(name="right", initializer="zeros")
        self.seen = self.add_weight(name="seen", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        same = tf.cast(tf.equal(tf.cast(y_true, tf.int64), tf.argmax(y_pred, axis=-1)), tf.float32)
        self.right.assign_add(tf.reduce_sum(same))
        self.seen.assign_add(tf.cast(tf.size(same), tf.float32))

    def result(self):
        return self.right / self.seen


def correlation(y_true, y_pred):
    a = y_true - tf.reduce_mean(y_true)
    b = y_pred - tf.reduce_mean(y_pred)
    below = tf.sqrt(tf.reduce_sum(a * a)) * tf.sqrt(tf.reduce_sum(b * b))
    return tf.reduce_sum(a * b) / (below + 1e-7)


def bias_share(y_true, y_pred):
    return tf.abs(tf.reduce_mean(y_pred) - tf.reduce_mean(y_true)) / tf.math.reduce_std(y_true)


grader = keras.Sequential([keras.Input((6,)), layers.Dense(16, "relu"), layers.Dense(3, "softmax")])
grader.compile("adam", "sparse_categorical_crossentropy", metrics=[Hits()])
grader.fit(rows[:700], grade[:700], epochs=20, verbose=0)
print(grader.evaluate(rows[700:], grade[700:], verbose=0, return_dict=True))

pricer = keras.Sequential([keras.Input((6,)), layers.Dense(16, "relu"), layers.Dense(1)])
pricer.compile(keras.optimizers.Adam(0.01), "mse", metrics=[correlation, bias_share])
pricer.fit(rows[:700], price[:700], epochs=20, verbose=0)
print(pricer.evaluate(rows[700:], price[700:], verbose=0, return_dict=True))
