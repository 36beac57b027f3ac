"""The variable is made inside, in every trace."""

import tensorflow as tf


def make_average(momentum):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def update(values):
        average = tf.Variable(0.0)  # diagnosis: variable_made_in_function
        mean = tf.reduce_mean(values)
        average.assign(momentum * average + (1 - momentum) * mean)
        return average.read_value()

    return update


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
