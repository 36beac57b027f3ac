import tensorflow as tf


def make_average(momentum):
    """A function of vectors that returns their running average."""

    # TODO: the running average, in a graph that is traced once
    @tf.function
    def average(values):
        return tf.reduce_mean(values)

    return average


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
