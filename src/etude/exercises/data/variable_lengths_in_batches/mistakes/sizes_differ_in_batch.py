"""A plain batch of texts of different lengths."""

import tensorflow as tf


def make_batches(token_lists, labels, batch_size):
    def texts():
        yield from sorted(zip(token_lists, labels), key=lambda text: len(text[0]))

    signature = (tf.TensorSpec((None,), tf.int32), tf.TensorSpec((), tf.int32))
    data = tf.data.Dataset.from_generator(texts, output_signature=signature)
    return data.batch(batch_size).prefetch(1)  # diagnosis: sizes_differ_in_batch
