"""Lists of different lengths are given to a source of slices."""

import tensorflow as tf


def make_batches(token_lists, labels, batch_size):
    data = tf.data.Dataset.from_tensor_slices((token_lists, labels))  # diagnosis: sizes_differ_in_batch
    return data.bucket_by_sequence_length(
        element_length_func=lambda tokens, label: tf.size(tokens),
        bucket_boundaries=[8, 20, 32],
        bucket_batch_sizes=[batch_size] * 4,
    )
