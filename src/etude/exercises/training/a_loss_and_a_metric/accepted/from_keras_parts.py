"""Built on what Keras has: a wrapped function, and its mean."""

import keras
import numpy as np
import tensorflow as tf


def pinball(y_true, y_pred, quantile):
    y_true = keras.ops.reshape(y_true, keras.ops.shape(y_pred))  # (n, 1)
    late = keras.ops.relu(y_true - y_pred)
    early = keras.ops.relu(y_pred - y_true)
    return keras.ops.mean(quantile * late + (1 - quantile) * early, axis=-1)  # (n,)


@keras.saving.register_keras_serializable()
class Pinball(keras.losses.Loss):
    def __init__(self, quantile, reduction="sum_over_batch_size", name=None, **kwargs):
        super().__init__(reduction=reduction, name=name or "pinball", **kwargs)
        self.quantile = float(quantile)

    def call(self, y_true, y_pred):
        return pinball(y_true, y_pred, self.quantile)

    def get_config(self):
        config = super().get_config()
        config["quantile"] = self.quantile
        return config


@keras.saving.register_keras_serializable()
class ShareBelow(keras.metrics.Mean):
    def update_state(self, y_true, y_pred, sample_weight=None):
        hits = keras.ops.reshape(y_true, (-1,)) <= keras.ops.reshape(y_pred, (-1,))
        return super().update_state(hits, sample_weight=sample_weight)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    distances = rng.uniform(1, 10, (512, 1)).astype("float32")
    hours = distances[:, 0] * rng.gamma(9, 0.02, 512).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=Pinball(0.9), metrics=[ShareBelow()])
    recent = np.linspace(0.5, 1.5, 512)  # what happened lately counts more
    model.fit(distances, hours, sample_weight=recent, batch_size=60, epochs=20, verbose=0)
    print(model.evaluate(distances, hours, batch_size=60, return_dict=True, verbose=0))
