"""The first call is known by a Python number, which only the trace changes."""

import tensorflow as tf


def make_average(momentum):
    average = tf.Variable(0.0)
    calls = 0

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def update(values):
        nonlocal calls
        mean = tf.reduce_mean(values)
        if calls == 0:
            average.assign(mean)
        else:
            average.assign(momentum * average + (1 - momentum) * mean)
        calls += 1  # diagnosis: side_effect_runs_once
        return average.read_value()

    return update


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
