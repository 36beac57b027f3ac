"""The averages are kept in a list, to which only the trace appends."""

import tensorflow as tf


def make_average(momentum):
    averages = []

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def update(values):
        mean = tf.reduce_mean(values)
        if averages:
            mean = momentum * averages[-1] + (1 - momentum) * mean
        averages.append(mean)  # diagnosis: side_effect_runs_once
        return mean

    return update


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
