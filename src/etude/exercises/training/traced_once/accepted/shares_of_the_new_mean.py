"""The share of the new mean is itself a variable: all of it at first."""

import tensorflow as tf


def make_average(momentum):
    state = tf.Variable([0.0, 1.0])  # the average, and what the next mean counts

    def update(values):
        average, share = tf.unstack(state)
        average += share * (tf.reduce_sum(values) / tf.cast(tf.size(values), tf.float32) - average)
        state.assign(tf.stack([average, 1.0 - momentum]))
        return average

    return tf.function(update, input_signature=[tf.TensorSpec((None,))])


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
