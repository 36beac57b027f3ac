import keras
import numpy as np
import tensorflow as tf


class Pinball(keras.losses.Loss):
    def __init__(self, quantile, name="pinball", **kwargs):
        super().__init__(name=name, **kwargs)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        return tf.abs(y_true - y_pred)  # TODO: the loss of each example


class ShareBelow(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        pass  # TODO: count

    def result(self):
        return 0.0  # TODO: the share


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    distances = rng.uniform(1, 10, (512, 1)).astype("float32")
    hours = distances[:, 0] * rng.gamma(9, 0.02, 512).astype("float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=Pinball(0.9), metrics=[ShareBelow()])
    recent = np.linspace(0.5, 1.5, 512)  # what happened lately counts more
    model.fit(distances, hours, sample_weight=recent, batch_size=60, epochs=20, verbose=0)
    print(model.evaluate(distances, hours, batch_size=60, return_dict=True, verbose=0))
