"""Batches of texts, as lists of token numbers, of about one length each."""

import tensorflow as tf

BOUNDARIES = [8, 20, 32]  # a bucket begins at each of them


def make_batches(token_lists, labels, batch_size):
    """A dataset of batches: tokens (batch, longest of the batch), label (batch,)."""

    def texts():
        yield from zip(token_lists, labels)

    signature = (tf.TensorSpec((None,), tf.int32), tf.TensorSpec((), tf.int32))
    data = tf.data.Dataset.from_generator(texts, output_signature=signature)
    data = data.bucket_by_sequence_length(
        element_length_func=lambda tokens, label: tf.size(tokens),
        bucket_boundaries=BOUNDARIES,
        bucket_batch_sizes=[batch_size] * (len(BOUNDARIES) + 1),
    )
    return data.prefetch(tf.data.AUTOTUNE)
