"""Groups by bucket, and pads each group by itself."""

import tensorflow as tf


def make_batches(token_lists, labels, batch_size):
    rows = tf.data.Dataset.from_tensor_slices(
        (tf.ragged.constant(token_lists, dtype=tf.int32), tf.constant(labels, dtype=tf.int32))
    )

    def bucket(tokens, label):
        length = tf.cast(tf.shape(tokens)[0], tf.int64)
        return tf.reduce_sum(tf.cast(length >= tf.constant([8, 20, 32], tf.int64), tf.int64))

    def batch(key, group):
        return group.padded_batch(batch_size, padded_shapes=([None], []))

    dense = rows.map(lambda tokens, label: (tf.identity(tokens), label))
    return dense.group_by_window(bucket, batch, window_size=batch_size).prefetch(1)
