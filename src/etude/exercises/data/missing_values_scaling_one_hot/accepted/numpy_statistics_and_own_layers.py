"""Statistics by NumPy, kept in small layers of one's own; with a flag for each gap."""

import keras
import numpy as np
import tensorflow as tf


class FillAndScale(keras.layers.Layer):
    """(rows, 1) with NaN -> (rows, 2): standardised value, and 1 where it was missing."""

    def __init__(self, mean, deviation, **kwargs):
        super().__init__(**kwargs)
        self.mean, self.deviation = mean, deviation

    def call(self, values):
        missing = tf.math.is_nan(values)
        scaled = (values - self.mean) / self.deviation
        filled = tf.where(missing, tf.zeros_like(scaled), scaled)  # 0 is the mean after scaling
        return tf.concat([filled, tf.cast(missing, "float32")], axis=1)


class OneHot(keras.layers.Layer):
    """(rows, 1) text -> (rows, categories); all zeros for anything else."""

    def __init__(self, categories, **kwargs):
        super().__init__(**kwargs)
        self.categories = categories

    def call(self, values):
        return tf.cast(values == tf.constant([self.categories]), "float32")


def build_preprocessor(rows):
    inputs = {
        name: keras.Input((1,), name=name, dtype="string" if column.dtype == object else "float32")
        for name, column in rows.items()
    }
    features = []
    for name, column in rows.items():
        if column.dtype == object:
            layer = OneHot(sorted(set(column) - {""}))
        else:
            layer = FillAndScale(float(np.nanmean(column)), float(np.nanstd(column)))
        features.append(layer(inputs[name]))
    return keras.Model(inputs, keras.layers.concatenate(features))
