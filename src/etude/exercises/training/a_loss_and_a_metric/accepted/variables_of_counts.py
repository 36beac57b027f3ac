"""Counts in integers, and the loss by tf.where."""

import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="own", name="pinball")
class Pinball(keras.losses.Loss):
    def __init__(self, quantile, **kwargs):
        kwargs.setdefault("name", "pinball")
        super().__init__(**kwargs)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        late = tf.squeeze(y_pred, axis=1) < tf.reshape(y_true, [-1])
        distance = tf.abs(tf.reshape(y_true, [-1]) - y_pred[:, 0])
        return tf.where(late, self.quantile, 1.0 - self.quantile) * distance

    def get_config(self):
        return super().get_config() | {"quantile": self.quantile}


@keras.saving.register_keras_serializable(package="own")
class ShareBelow(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.counts = self.add_weight(shape=(2,), initializer="zeros", dtype="int32", name="counts")

    def update_state(self, y_true, y_pred, sample_weight=None):
        below = tf.cast(tf.reshape(y_true, tf.shape(y_pred)) <= y_pred, tf.int32)
        self.counts.assign_add(tf.stack([tf.reduce_sum(below), tf.size(below)]))

    def result(self):
        below, count = tf.unstack(tf.cast(tf.convert_to_tensor(self.counts), tf.float32))
        return tf.math.divide_no_nan(below, count)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    distances = rng.uniform(1, 10, (512, 1)).astype("float32")
    hours = distances[:, 0] * rng.gamma(9, 0.02, 512).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=Pinball(0.9), metrics=[ShareBelow()])
    recent = np.linspace(0.5, 1.5, 512)  # what happened lately counts more
    model.fit(distances, hours, sample_weight=recent, batch_size=60, epochs=20, verbose=0)
    print(model.evaluate(distances, hours, batch_size=60, return_dict=True, verbose=0))
