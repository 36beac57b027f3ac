import tensorflow as tf


def make_average(momentum):
    """A function of vectors that returns their running average."""
    average = tf.Variable(0.0)  # made once, outside: the graph reads and writes it
    calls = tf.Variable(0)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def update(values):
        mean = tf.reduce_mean(values)
        if calls == 0:  # of a tensor: becomes tf.cond
            average.assign(mean)
        else:
            average.assign(momentum * average + (1 - momentum) * mean)
        calls.assign_add(1)
        return average.read_value()

    return update


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
