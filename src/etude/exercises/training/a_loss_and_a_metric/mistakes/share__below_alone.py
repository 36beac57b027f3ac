"""Leaves out what is exactly at the forecast."""

import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable("deliveries")
class Pinball(keras.losses.Loss):
    def __init__(self, quantile, name="pinball", **kwargs):
        super().__init__(name=name, **kwargs)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        error = tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1])  # (n,)
        return tf.maximum(self.quantile * error, (self.quantile - 1) * error)  # (n,)

    def get_config(self):
        return {**super().get_config(), "quantile": self.quantile}


@keras.saving.register_keras_serializable("deliveries")
class ShareBelow(keras.metrics.Metric):
    def __init__(self, name="share_below", **kwargs):
        super().__init__(name=name, **kwargs)
        self.below = self.add_weight(name="below", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        below = tf.reshape(y_true, [-1]) < tf.reshape(y_pred, [-1])  # (n,)
        self.below.assign_add(tf.reduce_sum(tf.cast(below, "float32")))
        self.count.assign_add(tf.cast(tf.size(below), "float32"))

    def result(self):
        return self.below / self.count


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    distances = rng.uniform(1, 10, (512, 1)).astype("float32")
    hours = distances[:, 0] * rng.gamma(9, 0.02, 512).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=Pinball(0.9), metrics=[ShareBelow()])
    recent = np.linspace(0.5, 1.5, 512)  # what happened lately counts more
    model.fit(distances, hours, sample_weight=recent, batch_size=60, epochs=20, verbose=0)
    print(model.evaluate(distances, hours, batch_size=60, return_dict=True, verbose=0))
