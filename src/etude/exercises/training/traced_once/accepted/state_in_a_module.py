"""A module holds the state; tf.where decides."""

import tensorflow as tf


class Running(tf.Module):
    def __init__(self, momentum):
        super().__init__()
        self.momentum = momentum
        self.value = tf.Variable(float("nan"), trainable=False)

    def step(self, values):
        mean = tf.math.reduce_mean(values)
        before = tf.where(tf.math.is_nan(self.value), mean, self.value)
        return self.value.assign(self.momentum * before + (1.0 - self.momentum) * mean)


def make_average(momentum):
    signature = (tf.TensorSpec(shape=(None,), dtype=tf.float32),)
    return tf.function(Running(momentum).step, input_signature=signature)


if __name__ == "__main__":
    running = make_average(0.9)
    for size in range(1, 13):
        print(size, float(running(tf.random.uniform((size,)))))
    print("traced", running.experimental_get_tracing_count(), "times")
