"""My tf.function is slower than without: 'triggered tf.function retracing' warnings."""
import time

import tensorflow as tf

weights = tf.Variable(tf.random.normal((64, 64), seed=1))


@tf.function
def decayed_step(learning_rate):  # diagnosis: retraced_for_each_number
    loss = tf.reduce_mean(tf.square(weights))
    weights.assign_sub(learning_rate * tf.sign(weights))
    return loss


started = time.time()
for step in range(40):
    loss = decayed_step(0.001 * 0.98**step)  # diagnosis: retraced_for_each_number
print(float(loss), "traces:", decayed_step.experimental_get_tracing_count(), time.time() - started)
