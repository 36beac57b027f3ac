"""A forecast that is exactly NEAR off is not taken for close."""

import keras
import numpy as np
import tensorflow as tf

NEAR = 0.5


@keras.saving.register_keras_serializable("forecasts")
class ShareClose(keras.metrics.Metric):
    """The share of forecasts that are at most NEAR off."""

    def __init__(self, name="share_close", **kwargs):
        super().__init__(name=name, **kwargs)
        self.close = self.add_weight(name="close", initializer="zeros")
        self.seen = self.add_weight(name="seen", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        off = tf.abs(tf.reshape(y_true, [-1]) - tf.reshape(y_pred, [-1]))  # (n,)
        close = tf.cast(off < NEAR, tf.float32)
        self.close.assign_add(tf.reduce_sum(close))
        self.seen.assign_add(tf.cast(tf.size(close), tf.float32))

    def result(self):
        return self.close / self.seen


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    x = np.sort(rng.uniform(-2, 2, (130, 1))).astype("float32")
    y = (x[:, 0] + rng.normal(0, 0.6, 130)).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse", metrics=[ShareClose()])
    model.fit(x, y, epochs=5, verbose=0)
    for size in (16, 64, 128, 130):
        _, share = model.evaluate(x, y, batch_size=size, verbose=0)
        print(f"batch_size={size}: {share:.3f} of the forecasts are close")
