"""A subclassed model that takes columns of shape (rows,); StringLookup, then CategoryEncoding."""

import keras
import numpy as np
import tensorflow as tf


class Preprocessor(keras.Model):
    def __init__(self, rows):
        super().__init__()
        numbers = {name: column for name, column in rows.items() if column.dtype != object}
        texts = {name: column for name, column in rows.items() if column.dtype == object}
        self.numbers, self.texts = list(numbers), list(texts)

        table = np.stack(list(numbers.values()), axis=1)  # (rows, numbers)
        self.medians = np.nanmedian(table, axis=0)
        self.normalize = keras.layers.Normalization()
        self.normalize.adapt(np.where(np.isnan(table), self.medians, table))

        self.look_ups = [keras.layers.StringLookup() for _ in texts]
        self.encodings = []
        for look_up, column in zip(self.look_ups, texts.values(), strict=True):
            look_up.adapt(column)
            self.encodings.append(
                keras.layers.CategoryEncoding(look_up.vocabulary_size(), output_mode="one_hot")
            )

    def call(self, rows):
        table = tf.stack([rows[name] for name in self.numbers], axis=1)
        table = tf.where(tf.math.is_nan(table), self.medians, table)
        encoded = [
            encode(look_up(rows[name]))
            for name, look_up, encode in zip(self.texts, self.look_ups, self.encodings, strict=True)
        ]
        return tf.concat([self.normalize(table), *encoded], axis=1)


def build_preprocessor(rows):
    return Preprocessor(rows)
