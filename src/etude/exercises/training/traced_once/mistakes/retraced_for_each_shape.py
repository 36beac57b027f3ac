"""Every length has a graph of its own."""

import tensorflow as tf


def make_average(momentum):
    average = tf.Variable(0.0)
    calls = tf.Variable(0)

    @tf.function
    def update(values):  # diagnosis: retraced_for_each_shape
        mean = tf.reduce_mean(values)
        share = tf.where(calls == 0, 1.0, 1 - momentum)
        average.assign_add(share * (mean - average))
        calls.assign_add(1)
        return average.read_value()

    return update


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
