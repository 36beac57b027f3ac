"""Batches of texts, as lists of token numbers, each filled up with zeros."""

import tensorflow as tf

BOUNDARIES = [8, 20, 32]


def make_batches(token_lists, labels, batch_size):
    """A dataset of batches: tokens (batch, longest), label (batch,)."""

    def examples():
        for tokens, label in zip(token_lists, labels):
            yield tokens, label

    data = tf.data.Dataset.from_generator(
        examples,
        output_signature=(
            tf.TensorSpec(shape=(None,), dtype=tf.int32),
            tf.TensorSpec(shape=(), dtype=tf.int32),
        ),
    )
    data = data.bucket_by_sequence_length(
        element_length_func=lambda tokens, label: tf.shape(tokens)[0],
        bucket_boundaries=BOUNDARIES,
        bucket_batch_sizes=[batch_size] * (len(BOUNDARIES) + 1),
    )
    return data.prefetch(tf.data.AUTOTUNE)
